package io.modulecontract.wasi;

import io.modulecontract.abi.Capabilities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a guest is granted beyond memory and time. There is no network to grant.
 *
 * @param clock the clocks, and sleeping, which never really sleeps
 * @param random random numbers
 * @param stdin whether it may read the standard input, which is always empty
 * @param stdout its standard output
 * @param stderr its standard error
 * @param arguments its arguments; empty when it may not even ask
 * @param environment its variables; empty when it may not even ask
 * @param directories the directories that it finds open
 */
public record Grants(
    Grant clock,
    Grant random,
    boolean stdin,
    Output stdout,
    Output stderr,
    Optional<List<String>> arguments,
    Optional<Map<String, String>> environment,
    List<Preopen> directories) {

  /** Nothing: the state in which a module must start (INIT-01). */
  public static final Grants NOTHING = harmless(Capabilities.NONE);

  /** Copies the collections. */
  public Grants {
    arguments = arguments.map(List::copyOf);
    environment =
        environment.map(variables -> Collections.unmodifiableMap(new TreeMap<>(variables)));
    directories = List.copyOf(directories);
  }

  /** What a module asks for, in a form that harms nobody and is the same in every run. */
  public static Grants harmless(Capabilities asked) {
    return new Grants(
        asked.clock() ? Grant.HARMLESS : Grant.REFUSED,
        asked.random() ? Grant.HARMLESS : Grant.REFUSED,
        asked.stdin(),
        asked.stdout() ? Output.DISCARDED : Output.REFUSED,
        asked.stderr() ? Output.DISCARDED : Output.REFUSED,
        asked.arguments() ? Optional.of(List.of()) : Optional.empty(),
        asked.environment().isEmpty() ? Optional.empty() : Optional.of(Map.of()),
        asked.directories().stream()
            .map(wanted -> new Preopen(wanted.guest(), Optional.empty(), wanted.access()))
            .toList());
  }

  /** What is granted, by the names that a descriptor has for it. */
  public List<String> names() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("clock", clock.given());
    given.put("random", random.given());
    given.put("stdin", stdin);
    given.put("stdout", stdout.grant().given());
    given.put("stderr", stderr.grant().given());
    given.put("arguments", arguments.isPresent());
    given.put("environment", environment.isPresent());
    given.put("directories", !directories.isEmpty());
    return given.keySet().stream().filter(given::get).toList();
  }

  /** These and the others together; where both say something, the others win. */
  public Grants and(Grants others) {
    Map<String, Preopen> together = new LinkedHashMap<>();
    directories.forEach(directory -> together.put(directory.guest(), directory));
    others.directories.forEach(directory -> together.put(directory.guest(), directory));
    return new Grants(
        others.clock.given() ? others.clock : clock,
        others.random.given() ? others.random : random,
        others.stdin || stdin,
        others.stdout.grant().given() ? others.stdout : stdout,
        others.stderr.grant().given() ? others.stderr : stderr,
        others.arguments.isPresent() ? others.arguments : arguments,
        others.environment.isPresent() ? others.environment : environment,
        new ArrayList<>(together.values()));
  }
}

package io.modulecontract.fuzz;

import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fuzzes modules, one after another, each apart from the others. */
public final class FuzzSuite {

  private static final String CONTRACT = "1.0";
  private static final String EFFORT = "standard";

  private final String version;

  /** A suite that calls itself by this version in reports. */
  public FuzzSuite(String version) {
    this.version = version;
  }

  /**
   * Fuzzes every module, whatever became of those before it.
   *
   * @param modules the files, as the user named them
   */
  public RunResult run(List<Path> modules, FuzzOptions options, FuzzProgress progress) {
    long began = System.nanoTime();
    RunResult run = empty(options);
    List<ModuleResult> results = new ArrayList<>();
    for (Named one : named(modules)) {
      Places places = Places.of(options, one.name());
      results.add(new Campaign(run, one.module(), places, options, progress).run());
    }
    return run.with(results).lasting(Duration.ofNanos(System.nanoTime() - began));
  }

  /**
   * Makes the corpus of every module smaller, so that it covers no less.
   *
   * @throws CannotFuzz when that cannot be done with one of them
   */
  public List<MergeResult> merge(List<Path> modules, FuzzOptions options) throws CannotFuzz {
    List<MergeResult> results = new ArrayList<>();
    for (Named one : named(modules)) {
      Places places = Places.of(options, one.name());
      results.add(
          new Campaign(empty(options), one.module(), places, options, FuzzProgress.NONE).merge());
    }
    return List.copyOf(results);
  }

  private RunResult empty(FuzzOptions options) {
    return new RunResult(
        version, CONTRACT, options.seed(), EFFORT, false, Instant.now(), Duration.ZERO, List.of());
  }

  /**
   * A module with the name of its folder.
   *
   * @param module the file
   * @param name empty when it is the only one
   */
  private record Named(Path module, String name) {}

  private static List<Named> named(List<Path> modules) {
    Set<String> names = new HashSet<>();
    return modules.stream()
        .map(module -> new Named(module, modules.size() == 1 ? "" : name(module, names)))
        .toList();
  }

  /** The module's name as that of a folder; a second module of one name gets a number. */
  private static String name(Path module, Set<String> names) {
    String plain =
        module
            .getFileName()
            .toString()
            .replaceAll("\\.wasm$", "")
            .replaceAll("[^A-Za-z0-9_.-]", "_");
    String base = plain.isEmpty() || plain.startsWith(".") ? "_" + plain : plain;
    String name = base;
    for (int i = 2; !names.add(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }
}

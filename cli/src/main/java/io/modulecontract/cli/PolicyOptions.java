package io.modulecontract.cli;

import io.modulecontract.abi.Limits;
import io.modulecontract.cli.GrantConverters.Several;
import io.modulecontract.wasi.Grant;
import io.modulecontract.wasi.Grants;
import io.modulecontract.wasi.Output;
import io.modulecontract.wasi.Preopen;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What a guest may use, for every command that runs one. What is not granted here or, harmlessly,
 * by a descriptor is refused and recorded.
 */
final class PolicyOptions {

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--dir",
      paramLabel = "HOST:GUEST[:read|write]",
      converter = GrantConverters.Directories.class,
      description =
          "The guest finds this directory open under its name GUEST; for reading, unless"
              + " write is said.")
  private List<Preopen> directories = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      converter = GrantConverters.Variables.class,
      description = "The guest sees this variable.")
  private List<GrantConverters.Variable> variables = new ArrayList<>();

  @Option(names = "--arg", paramLabel = "TEXT", description = "The guest sees this argument.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--clock",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "The guest may ask for the time.")
  private boolean clock;

  @Option(
      names = "--random",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "The guest may ask for random numbers.")
  private boolean random;

  @Option(
      names = "--stdin",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "The guest may read its standard input: it is empty.")
  private boolean stdin;

  @Option(
      names = "--stdout",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "The guest may write to its standard output.")
  private boolean stdout;

  @Option(
      names = "--stderr",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "The guest may write to its standard error.")
  private boolean stderr;

  @Option(
      names = "--dir-list",
      hidden = true,
      defaultValue = "",
      converter = GrantConverters.SeveralDirectories.class)
  private Several<Preopen> moreDirectories = Several.none();

  @Option(
      names = "--env-list",
      hidden = true,
      defaultValue = "",
      converter = GrantConverters.SeveralVariables.class)
  private Several<GrantConverters.Variable> moreVariables = Several.none();

  @Option(
      names = "--arg-list",
      hidden = true,
      defaultValue = "",
      converter = GrantConverters.SeveralTexts.class)
  private Several<String> moreArguments = Several.none();

  /** The descriptor's file, where the user named one. */
  Optional<Path> descriptor() {
    return limits.descriptor();
  }

  /** What was said of memory and time. */
  Limits limits() {
    return limits.limits();
  }

  /**
   * What was granted, for checks: the clock stands still, the random numbers are the seed's, and
   * what the guest prints is thrown away, so that two runs see the same.
   */
  Grants harmless() {
    return grants(Grant.HARMLESS, Output.DISCARDED, Output.DISCARDED);
  }

  /** What was granted, for an application: a clock, random numbers and outputs that are real. */
  Grants real(OutputStream out, OutputStream err) {
    return grants(Grant.REAL, Output.to(out), Output.to(err));
  }

  private Grants grants(Grant form, Output out, Output err) {
    Map<String, String> environment = new LinkedHashMap<>();
    together(variables, moreVariables)
        .forEach(variable -> environment.put(variable.name(), variable.value()));
    List<String> texts = together(arguments, moreArguments);
    return new Grants(
        clock ? form : Grant.REFUSED,
        random ? form : Grant.REFUSED,
        stdin,
        stdout ? out : Output.REFUSED,
        stderr ? err : Output.REFUSED,
        texts.isEmpty() ? Optional.empty() : Optional.of(texts),
        environment.isEmpty() ? Optional.empty() : Optional.of(environment),
        together(directories, moreDirectories));
  }

  private static <T> List<T> together(List<T> single, Several<T> more) {
    return Stream.concat(single.stream(), more.values().stream()).toList();
  }
}

package io.modulecontract.fuzz;

import io.modulecontract.abi.Limits;
import io.modulecontract.engine.FuzzedCode;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import io.modulecontract.script.Fault;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fuzz target as clusters of fuzzers know them: started with libFuzzer's arguments, it ends with
 * a crash at the first finding, and again whenever it is given that input. A cluster brings its own
 * corpus, its own reports and its own idea of what is a duplicate.
 */
public final class ClusterTarget {

  private static final long SEED = 1;

  private static @Nullable Path module;
  private static @Nullable Comparisons compares;
  private static @Nullable FuzzRun run;
  private static @Nullable Suspicion suspicion;
  private static @Nullable Confirmed confirmed;
  private static @Nullable JazzerCounters counters;

  private ClusterTarget() {}

  /**
   * Fuzzes a module.
   *
   * @param arguments {@code MODULE} and libFuzzer's, or {@code --files MODULE DIR} to write what a
   *     cluster begins with: inputs, and a dictionary
   * @throws Exception whatever keeps it from going on
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3 && arguments[0].equals("--files")) {
      files(Path.of(arguments[1]), Path.of(arguments[2]));
      return;
    }
    if (arguments.length == 0) {
      throw new CannotFuzz("expected a module, found no argument");
    }
    module = Path.of(arguments[0]);
    List<String> more = Arrays.asList(arguments).subList(1, arguments.length);
    JazzerEngine.run(ClusterTarget.class, more);
  }

  private static void files(Path module, Path folder) throws CannotFuzz, IOException {
    FuzzSubject subject = subject(module, Fuzzing.NONE);
    subject.require(module);
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    for (byte[] seed : Seeds.of(subject.functions(), SEED)) {
      Corpus.add(seeds, seed);
    }
    Files.writeString(
        folder.resolve("words.dict"), Dictionary.file(Dictionary.of(subject.loaded())));
  }

  private static FuzzSubject subject(Path path, Fuzzing fuzzing) throws CannotFuzz {
    return FuzzSubject.read(path, Optional.empty(), Limits.NONE, SEED, fuzzing);
  }

  /**
   * Jazzer's agent is there.
   *
   * @throws CannotFuzz when the module cannot be read, or has nothing to call
   */
  public static void fuzzerInitialize() throws CannotFuzz {
    if (module == null) {
      throw new IllegalStateException("no module");
    }
    // Not before: its classes are found once the agent is there.
    Comparisons told = new Comparisons(true);
    FuzzedCode.tell(told);
    compares = told;
    FuzzSubject subject = subject(module, Fuzzing.COMPARES);
    subject.require(module);
    run = new FuzzRun(subject);
    suspicion = new Suspicion(run, first -> {});
    confirmed = new Confirmed(subject, options(module));
    counters = new JazzerCounters();
  }

  private static FuzzOptions options(Path module) {
    return new FuzzOptions(
        Duration.ZERO,
        1,
        SEED,
        FuzzEngine.JAZZER,
        true,
        Optional.empty(),
        module.resolveSibling("."),
        Optional.empty(),
        Limits.NONE);
  }

  /**
   * One input.
   *
   * @throws FoundInModule at a finding that the module alone can be the cause of
   */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (compares == null
        || run == null
        || suspicion == null
        || confirmed == null
        || counters == null) {
      throw new IllegalStateException("not initialized");
    }
    FuzzProgram program = run.decode(bytes);
    compares.begin();
    FuzzedCode.begin();
    Optional<Fault> fault = run.run(program);
    compares.tell();
    counters.tell();
    if (fault.isPresent()) {
      Optional<Suspect> suspect = suspicion.of(program, fault.get());
      suspect.ifPresent(ClusterTarget::tell);
    }
  }

  private static void tell(Suspect suspect) {
    if (confirmed != null && confirmed.of(suspect).orElse(null) instanceof Verdict.Failed failed) {
      throw new FoundInModule(suspect, failed.failure());
    }
  }
}

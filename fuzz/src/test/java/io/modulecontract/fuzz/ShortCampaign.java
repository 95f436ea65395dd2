package io.modulecontract.fuzz;

import io.modulecontract.abi.Limits;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.ModuleResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whole campaigns for tests, short ones: in processes of their own, as a user has them.
 *
 * @param folder where they leave their report, and find what earlier ones have left
 * @param notes what they told their user on the way
 */
record ShortCampaign(Path folder, List<String> notes) {

  /** So short that two dozen of them can be tested, and long enough to find what is easy. */
  static final Duration TIME = Duration.ofSeconds(4);

  ModuleResult fuzz(Path file, FuzzOptions options) {
    FuzzProgress progress =
        new FuzzProgress() {
          @Override
          public void note(String what) {
            notes.add(what);
          }
        };
    return new FuzzSuite("test").run(List.of(file), options, progress).modules().get(0);
  }

  FuzzOptions options(FuzzEngine engine, int jobs) {
    return options(engine, jobs, Optional.empty());
  }

  FuzzOptions options(FuzzEngine engine, int jobs, Optional<Path> corpus) {
    return new FuzzOptions(
        TIME,
        jobs,
        1,
        engine,
        true,
        corpus,
        folder.resolve("report"),
        Optional.empty(),
        Limits.NONE);
  }

  static List<Clause> broken(ModuleResult module) {
    return module.failures().stream().map(ClauseResult::clause).toList();
  }
}

package io.modulecontract.run;

import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks modules, one after another, each apart from the others. */
public final class Suite {

  /** The version of the contract that is checked. */
  public static final String CONTRACT = "1.0";

  private final CheckLauncher launcher = new CheckLauncher();
  private final String version;

  /** A suite that calls itself by this version in reports. */
  public Suite(String version) {
    this.version = version;
  }

  /**
   * Checks every module, whatever became of those before it.
   *
   * @param modules the files, as the user named them
   * @param options what is asked for
   * @param progress told what is going on
   */
  public RunResult run(List<Path> modules, RunOptions options, Progress progress) {
    long began = System.nanoTime();
    RunResult run =
        new RunResult(
            version,
            CONTRACT,
            options.seed(),
            options.effort().id(),
            options.strict(),
            Instant.now(),
            Duration.ZERO,
            List.of());
    progress.began(run, modules.size());
    List<ModuleResult> results = new ArrayList<>();
    for (Path module : modules) {
      ModuleResult result = decide(new ModuleRun(launcher, module, options, progress));
      progress.decided(result);
      results.add(result);
    }
    return run.with(results).lasting(Duration.ofNanos(System.nanoTime() - began));
  }

  private static ModuleResult decide(ModuleRun run) {
    try {
      return run.decide();
    } catch (RuntimeException | Error e) {
      // An error of ours with one module must not cost the results of the others.
      return run.failed(e);
    }
  }
}

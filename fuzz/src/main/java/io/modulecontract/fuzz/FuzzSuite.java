package io.modulecontract.fuzz;

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
    return each(modules, options, campaign -> campaign.run(progress));
  }

  /** Makes the corpus of every module as small as it can be without covering less. */
  public RunResult merge(List<Path> modules, FuzzOptions options, FuzzProgress progress) {
    return each(modules, options, campaign -> campaign.merge(progress));
  }

  private interface Step {
    io.modulecontract.verdict.ModuleResult of(Campaign campaign);
  }

  private RunResult each(List<Path> modules, FuzzOptions options, Step step) {
    long began = System.nanoTime();
    RunResult run =
        new RunResult(
            version,
            CONTRACT,
            options.seed(),
            EFFORT,
            false,
            Instant.now(),
            Duration.ZERO,
            List.of());
    List<io.modulecontract.verdict.ModuleResult> results = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path module : modules) {
      String name = modules.size() == 1 ? "" : name(module, names);
      results.add(step.of(new Campaign(run, module, Places.of(options, name), options)));
    }
    return run.with(results).lasting(Duration.ofNanos(System.nanoTime() - began));
  }

  /** The module's name as that of a folder; a second module of one name gets a number. */
  private static String name(Path module, Set<String> names) {
    String plain =
        module.getFileName().toString().replaceAll("\\.wasm$", "").replaceAll("[^A-Za-z0-9_.-]", "_");
    String base = plain.isEmpty() || plain.startsWith(".") ? "_" + plain : plain;
    String name = base;
    for (int i = 2; !names.add(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }
}

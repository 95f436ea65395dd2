package io.modulecontract.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run of the suite decided: all that a report is made from.
 *
 * @param toolVersion the suite's version
 * @param contract the version of the contract
 * @param seed what every random choice was made from
 * @param effort {@code quick}, {@code standard} or {@code thorough}
 * @param strict whether a broken SHOULD counts like a broken MUST
 * @param startedAt when the run began
 * @param duration how long it took
 * @param modules the modules in the order in which they were named
 */
public record RunResult(
    String toolVersion,
    String contract,
    long seed,
    String effort,
    boolean strict,
    Instant startedAt,
    Duration duration,
    List<ModuleResult> modules) {

  /** Copies the list. */
  public RunResult {
    modules = List.copyOf(modules);
  }

  /** The worst of the modules' conclusions. */
  public Conclusion conclusion() {
    return Conclusion.worst(modules.stream().map(ModuleResult::conclusion).toList());
  }

  /** The same run with other results of its modules. */
  public RunResult with(List<ModuleResult> others) {
    return new RunResult(toolVersion, contract, seed, effort, strict, startedAt, duration, others);
  }

  /** The same run with another duration. */
  public RunResult lasting(Duration time) {
    return new RunResult(toolVersion, contract, seed, effort, strict, startedAt, time, modules);
  }
}

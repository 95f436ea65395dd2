package io.modulecontract.baseline;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs to hold against a baseline: a clause of which nothing is said passed. */
final class Runs {

  private static final Verdict PASSED = new Verdict.Passed();

  private Runs() {}

  static Verdict failed(String actual) {
    return new Verdict.Failed(
        new Failure("expected at 8", actual, List.of(), 1, "", Blame.MODULE, ""));
  }

  static ModuleResult module(String file, Map<Clause, Verdict> verdicts) {
    List<ClauseResult> rows =
        Arrays.stream(Clause.values())
            .map(
                clause ->
                    new ClauseResult(
                        clause, verdicts.getOrDefault(clause, PASSED), 1, 1, Duration.ZERO))
            .toList();
    Conclusion conclusion = Conclusion.of(rows, false);
    return new ModuleResult(file, "", 0, "", List.of(), conclusion, "", Duration.ZERO, rows);
  }

  static RunResult run(boolean strict, ModuleResult... modules) {
    return new RunResult(
        "1", "1.0", 1, "quick", strict, Instant.EPOCH, Duration.ZERO, List.of(modules));
  }
}

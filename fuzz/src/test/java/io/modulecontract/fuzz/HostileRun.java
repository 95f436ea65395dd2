package io.modulecontract.fuzz;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.ModuleResult.ShapedFunction;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Step;
import io.modulecontract.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run in which a module has a say wherever it can: in names, in what it did, in reasons. */
final class HostileRun {

  /** How many clauses are broken in it. */
  static final int FAILED = 1;

  private static final int MOST_COPIES = 64;

  private HostileRun() {}

  /**
   * A text from bytes: the first says how often the rest is repeated. It is never empty, for what
   * is empty is left out of a report.
   */
  static String text(byte[] bytes) {
    if (bytes.length == 0) {
      return "t";
    }
    String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    return "t" + (bytes[0] >= 0 ? text : text.repeat(1 + -bytes[0] % MOST_COPIES));
  }

  /** The run with this text in every place. */
  static RunResult of(String text) {
    Failure failure =
        new Failure(
            text, text, List.of(new Step("call " + text, text)), 1, text, Blame.MODULE, "again");
    List<ClauseResult> rows = new ArrayList<>();
    for (Clause clause : Clause.values()) {
      Verdict verdict =
          switch (clause) {
            case ALLOC_01 -> new Verdict.Failed(failure);
            case ALLOC_02 -> new Verdict.Unconfirmed(failure, "seen: " + text);
            case ALLOC_03 -> new Verdict.Inconclusive("seen: " + text);
            case ALLOC_05 -> new Verdict.NotApplicable("seen: " + text);
            default -> new Verdict.Passed();
          };
      rows.add(new ClauseResult(clause, verdict, 1, 1, Duration.ofMillis(1)));
    }
    ModuleResult module =
        new ModuleResult(
            text + ".wasm",
            "0123456789abcdef".repeat(4),
            700,
            "seen: " + text,
            List.of(new ShapedFunction(text, "cstring", "detected")),
            Conclusion.DOES_NOT_CONFORM,
            "",
            Duration.ofMillis(1),
            rows);
    return new RunResult(
        "1",
        "1.0",
        1,
        "quick",
        false,
        Instant.parse("2026-11-01T00:00:00Z"),
        Duration.ofMillis(1),
        List.of(module));
  }
}

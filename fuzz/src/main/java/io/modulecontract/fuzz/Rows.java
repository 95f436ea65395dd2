package io.modulecontract.fuzz;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Level;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a report about a campaign: what was found, and nothing about any other clause. */
final class Rows {

  private static final Verdict OPEN = new Verdict.NotApplicable("not decided by fuzzing");

  private final List<ClauseResult> found = new ArrayList<>();

  /** The row of a clause that was seen broken. */
  static ClauseResult row(Clause clause, Verdict verdict) {
    return new ClauseResult(clause, verdict, 1, 0, Duration.ZERO);
  }

  void add(ClauseResult row) {
    found.add(row);
  }

  /** How many of the clause there are already. */
  boolean has(Clause clause) {
    return found.stream().anyMatch(row -> row.clause() == clause);
  }

  /** How many findings there are. */
  int size() {
    return found.size();
  }

  /** Every finding, in the order in which they were made. */
  List<ClauseResult> found() {
    return List.copyOf(found);
  }

  /** A row for every clause, in the order of the specification; of several findings the first. */
  List<ClauseResult> all() {
    return Arrays.stream(Clause.values())
        .map(
            clause ->
                found.stream()
                    .filter(row -> row.clause() == clause)
                    .findFirst()
                    .orElseGet(() -> new ClauseResult(clause, OPEN, 0, 0, Duration.ZERO)))
        .toList();
  }

  /** What they allow to say. Without a finding that is no more than that there is none. */
  Conclusion conclusion() {
    if (found.stream().anyMatch(row -> row.counts(false))) {
      return Conclusion.DOES_NOT_CONFORM;
    }
    boolean open =
        found.stream().anyMatch(row -> row.undecided() && row.clause().level() == Level.MUST);
    return open ? Conclusion.INCONCLUSIVE : Conclusion.CONFORMS;
  }
}

package io.modulecontract.report;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A clause's result in the terms that all formats share.
 *
 * @param result what was decided
 * @param outcome which of the four outcomes that is
 * @param reason why there is no decision, else empty
 * @param failure what was seen, also where it is not held against the module
 */
record Row(ClauseResult result, Outcome outcome, String reason, Optional<Failure> failure) {

  /** The row of one result. */
  static Row of(ClauseResult result) {
    Verdict verdict = result.verdict();
    if (verdict instanceof Verdict.Passed) {
      return new Row(result, Outcome.PASSED, "", Optional.empty());
    }
    if (verdict instanceof Verdict.Failed failed) {
      return new Row(result, Outcome.FAILED, "", Optional.of(failed.failure()));
    }
    if (verdict instanceof Verdict.NotApplicable without) {
      return new Row(result, Outcome.NOT_APPLICABLE, without.why(), Optional.empty());
    }
    if (verdict instanceof Verdict.Unconfirmed unconfirmed) {
      Optional<Failure> seen = Optional.of(unconfirmed.failure());
      return new Row(result, Outcome.INCONCLUSIVE, unconfirmed.why(), seen);
    }
    if (verdict instanceof Verdict.Inconclusive open) {
      return new Row(result, Outcome.INCONCLUSIVE, open.why(), Optional.empty());
    }
    // A verdict that this method does not know must never read as "passed".
    throw new IllegalStateException("no outcome for " + verdict);
  }

  /** The clause. */
  Clause clause() {
    return result.clause();
  }

  /** Whether the user chose other clauses than this one. */
  boolean notAsked() {
    return result.verdict().equals(Verdict.NotApplicable.NOT_ASKED) || alsoSeen();
  }

  /** Whether the user chose other clauses, and a check of theirs saw this one broken. */
  boolean alsoSeen() {
    return result.verdict().equals(Verdict.NotApplicable.ALSO_SEEN);
  }

  /** How a reader sees the row. */
  Mark mark(boolean strict) {
    return switch (outcome) {
      case PASSED -> result.unlikePinned() ? Mark.STALE : Mark.PASSED;
      case FAILED -> failed(strict);
      case NOT_APPLICABLE -> Mark.NOT_APPLICABLE;
      case INCONCLUSIVE -> Mark.UNDECIDED;
    };
  }

  private Mark failed(boolean strict) {
    if (result.known()) {
      return Mark.KNOWN;
    }
    return result.counts(strict) || result.unlikePinned() ? Mark.BROKEN : Mark.WARNING;
  }

  /** What a reader should know of the baseline, as labelled sentences; empty without one. */
  List<Field> pinned() {
    return Field.pinned(result.pin());
  }

  /** Whether there is no decision, and nothing to tell but why. */
  boolean saysOnlyWhy() {
    return outcome == Outcome.INCONCLUSIVE && failure.isEmpty() && pinned().isEmpty();
  }

  /** What was measured while the clause held, as a sentence; empty where nothing was. */
  String measured() {
    return result.verdict() instanceof Verdict.Passed passed ? passed.measured() : "";
  }

  /** The ids of these rows' clauses. */
  static String ids(List<Row> rows) {
    return rows.stream().map(row -> row.clause().id()).collect(Collectors.joining(", "));
  }

  /** Where a clause's full text is. */
  static String section(Clause clause) {
    return "contract-spec/SPEC.md#" + clause.anchor();
  }
}

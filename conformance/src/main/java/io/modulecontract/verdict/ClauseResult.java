package io.modulecontract.verdict;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Level;
import java.time.Duration;

/**
 * One row of the report.
 *
 * @param clause the clause
 * @param verdict what was decided
 * @param trials how many sequences were run for it
 * @param operations how many operations these had
 * @param duration how long that took
 * @param pin what a baseline says about it
 */
public record ClauseResult(
    Clause clause, Verdict verdict, long trials, long operations, Duration duration, Pin pin) {

  /** A row of which no baseline says anything. */
  public ClauseResult(
      Clause clause, Verdict verdict, long trials, long operations, Duration duration) {
    this(clause, verdict, trials, operations, duration, Pin.NONE);
  }

  /** Whether the guest fails the clause. */
  public boolean failed() {
    return verdict instanceof Verdict.Failed;
  }

  /** Whether the guest fails a clause of this level. */
  public boolean failed(Level level) {
    return failed() && clause.level() == level;
  }

  /** Whether the guest fails the clause and that decides the verdict, were it not known. */
  public boolean counts(boolean strict) {
    return failed(Level.MUST) || (strict && failed(Level.SHOULD));
  }

  /** Whether the guest fails the clause as its baseline says. */
  public boolean known() {
    return pin instanceof Pin.Known;
  }

  /** Whether the baseline says what is not so. */
  public boolean unlikePinned() {
    return pin instanceof Pin.Different || pin instanceof Pin.Stale;
  }

  /** Whether the check ran but could not decide. */
  public boolean undecided() {
    return verdict instanceof Verdict.Inconclusive || verdict instanceof Verdict.Unconfirmed;
  }

  /** Whether the check ran to a decision. */
  public boolean decided() {
    return verdict instanceof Verdict.Passed || failed();
  }

  /** The same row with another verdict. */
  public ClauseResult with(Verdict other) {
    return new ClauseResult(clause, other, trials, operations, duration, pin);
  }

  /** The same row beside a baseline. */
  public ClauseResult with(Pin other) {
    return new ClauseResult(clause, verdict, trials, operations, duration, other);
  }
}

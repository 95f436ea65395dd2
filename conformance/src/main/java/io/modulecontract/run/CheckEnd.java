package io.modulecontract.run;

import io.modulecontract.checks.ClauseBroken;

/** How a check ended, in the words of the platform that ran it. */
sealed interface CheckEnd {

  /** It ran to its end. */
  record Passed() implements CheckEnd {}

  /**
   * The guest fails the clause.
   *
   * @param broken what shows it
   */
  record Broken(ClauseBroken broken) implements CheckEnd {}

  /**
   * The clause does not apply.
   *
   * @param why the reason
   */
  record Aborted(String why) implements CheckEnd {}

  /**
   * The check itself went wrong: an error of ours.
   *
   * @param problem what was thrown
   */
  record Crashed(Throwable problem) implements CheckEnd {}
}

package io.modulecontract.run;

import io.modulecontract.checks.CheckRun;
import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Subject;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.verdict.Blame;

/**
 * Repeats a failing sequence before a module is blamed: on an instance that was never restored, and
 * in the interpreter, where neither the engine's compiler nor the JVM's has a part in it.
 *
 * @param blame whose fault it is
 * @param why what the repetitions showed
 */
record Confirmation(Blame blame, String why) {

  static Confirmation of(ClauseBroken.Repetition repetition, Subject subject) {
    if (subject.loaded().isEmpty()) {
      return new Confirmation(Blame.MODULE, "");
    }
    long late = subject.lateCalls();
    if (!repetition.shows(CheckRun.fresh(subject, ExecutionMode.COMPILED))) {
      return new Confirmation(
          Blame.SUITE, "it was seen on a restored instance and does not show on a fresh one");
    }
    // Where no deadline has a part in it, the interpreter must not meet one first.
    Subject slow = subject.lateCalls() > late ? subject : subject.patient();
    if (!repetition.shows(CheckRun.fresh(slow, ExecutionMode.INTERPRETED))) {
      return new Confirmation(
          Blame.ENGINE, "it was seen in compiled code and does not show in the interpreter");
    }
    return new Confirmation(Blame.MODULE, "");
  }
}

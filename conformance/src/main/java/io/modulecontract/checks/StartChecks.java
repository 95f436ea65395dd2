package io.modulecontract.checks;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.HeapExhausted;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.Start;
import io.modulecontract.finding.Course;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import io.modulecontract.wasi.Grants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The family INIT: getting an instance with nothing granted, in its limits. */
class StartChecks {

  @Test
  @Decides(Clause.INIT_01)
  void startsWithNothingGranted() {
    Start start = startedWithNothing();
    if (start instanceof Start.OverLimit) {
      throw CheckRun.notApplicable("it needs more memory than the limit (INIT-02)");
    }
    if (start instanceof Start.Stopped stopped && !late(stopped)) {
      throw broken("the start returns, with no capability granted", stopped, Grants.NOTHING);
    }
  }

  @Test
  @Decides(Clause.INIT_02)
  void startsWithinTheMemoryLimit() {
    if (started() instanceof Start.OverLimit over) {
      throw ClauseBroken.inBinary(
          "at most " + pages(over.limitPages()) + " at start",
          pages(over.initialPages()) + " at start");
    }
  }

  @Test
  @Decides(Clause.INIT_03)
  void startsWithinTheDeadline() {
    Start start = started();
    if (start instanceof Start.OverLimit) {
      throw CheckRun.notApplicable("it needs more memory than the limit (INIT-02)");
    }
    if (start instanceof Start.Stopped stopped && late(stopped)) {
      throw broken(
          "the start returns within "
              + CheckRun.current().subject().policy().deadline().toMillis()
              + " ms",
          stopped,
          CheckRun.current().subject().policy().grants());
    }
  }

  private Start started() {
    CheckRun.current().module();
    CheckRun.current().tally().trial();
    Start start = CheckRun.current().readiness().start().orElseThrow();
    if (start instanceof Start.Unlinkable unlinkable) {
      throw CheckRun.notApplicable("the module cannot be linked (MOD-04): " + unlinkable.why());
    }
    if (start instanceof Start.OutOfHeap) {
      throw new HeapExhausted();
    }
    return start;
  }

  /** What a descriptor asks for is granted elsewhere, not here. */
  private Start startedWithNothing() {
    Start start = started();
    Policy policy = CheckRun.current().subject().policy();
    return policy.grants().equals(Grants.NOTHING)
        ? start
        : CheckRun.current()
            .module()
            .start(policy.withGrants(Grants.NOTHING), ExecutionMode.COMPILED);
  }

  private static boolean late(Start.Stopped stopped) {
    return stopped.outcome() instanceof CallOutcome.DeadlineExceeded;
  }

  private static ClauseBroken broken(String expected, Start.Stopped stopped, Grants granted) {
    String asked = stopped.asked().isEmpty() ? "" : "; it had called " + stopped.asked();
    String actual = stopped.where() + ": " + stopped.outcome().words() + asked;
    return new ClauseBroken(
        new ClauseBroken.Evidence(
            expected,
            actual,
            List.of(Step.of(stopped.where() + " -> " + stopped.outcome().words())),
            1,
            stopped.where(),
            new Course.Starting()),
        guests -> guests.under(guests.policy().withGrants(granted)).startFails());
  }

  private static String pages(long pages) {
    return pages + " pages (" + pages * U32.PAGE + " bytes)";
  }
}

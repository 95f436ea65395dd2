package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.checks.Running;
import io.modulecontract.checks.Subject;
import io.modulecontract.checks.Tally;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.program.Breach;
import io.modulecontract.program.Judge;
import io.modulecontract.program.Program;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences that broke another clause: they decide nothing here, and are not lost there. */
class FollowUpTest {

  /** The tally of the check that runs on this thread. */
  private static Tally tally() {
    return Running.tally();
  }

  @Test
  void sequencesThatBrokeAnotherClauseFirstDecideNothing() {
    Subject subject = Subjects.of("alloc_04_zero_shares_address.wasm");
    assertInstanceOf(Verdict.Passed.class, stopped(subject, 9));
    assertEquals(
        new Verdict.Inconclusive("10 of 10 sequences broke ALLOC-04 first"), stopped(subject, 10));
  }

  private static Verdict stopped(Subject subject, int times) {
    Breach breach =
        new Judge(
                new RestoredGuests(
                    subject.loaded().orElseThrow(), subject.policy(), ExecutionMode.COMPILED),
                Set.of())
            .judge(Program.allocating(0, 0))
            .orElseThrow();
    Decisions decisions = Subjects.decisions(subject);
    decisions.begins(Clause.DEALLOC_01);
    for (int i = 0; i < 10; i++) {
      tally().trial();
      if (i < times) {
        tally().stoppedBy(Running.sighting(breach));
      }
    }
    decisions.ended(Clause.DEALLOC_01, new CheckEnd.Passed());
    return decisions.row(Clause.DEALLOC_01).orElseThrow().verdict();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAnotherCheckSawIsFollowedUp(boolean gaveUp) {
    Subject subject = Subjects.of("alloc_04_zero_shares_address.wasm");
    Breach breach =
        new Judge(
                new RestoredGuests(
                    subject.loaded().orElseThrow(), subject.policy(), ExecutionMode.COMPILED),
                Set.of())
            .judge(Program.allocating(16, 0, 8, 0, 24))
            .orElseThrow();
    Decisions decisions = Subjects.decisions(subject);
    decisions.begins(Clause.ALLOC_04);
    tally().trial();
    if (gaveUp) {
      Running.giveUp();
    }
    decisions.ended(Clause.ALLOC_04, new CheckEnd.Passed());
    decisions.begins(Clause.DEALLOC_01);
    tally().trial();
    tally().stoppedBy(Running.sighting(breach));
    tally().trial();
    decisions.ended(Clause.DEALLOC_01, new CheckEnd.Passed());
    Verdict before = decisions.row(Clause.ALLOC_04).orElseThrow().verdict();
    assertEquals(gaveUp, before instanceof Verdict.Inconclusive);
    assertEquals(!gaveUp, before instanceof Verdict.Passed);
    decisions.followUp();
    ClauseResult row = decisions.row(Clause.ALLOC_04).orElseThrow();
    Verdict.Failed failed = assertInstanceOf(Verdict.Failed.class, row.verdict());
    assertEquals(2, failed.failure().sequence().size(), "it was shrunk on the way");
    assertEquals(4, failed.failure().shrunkFrom());
  }
}

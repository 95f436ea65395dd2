package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Effort;
import io.modulecontract.checks.Readiness;
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
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a check's end becomes a row: never green by accident. */
class DecisionsTest {

  private static final Subject GREETING = Subjects.of("greeting.wasm");

  private static Verdict verdict(CheckEnd end, int trials) {
    Decisions decisions = Subjects.decisions(GREETING);
    decisions.begins(Clause.LEAK_01);
    for (int i = 0; i < trials; i++) {
      tally().trial();
    }
    decisions.ended(Clause.LEAK_01, end);
    return decisions.row(Clause.LEAK_01).orElseThrow().verdict();
  }

  /** The tally of the check that runs on this thread. */
  private static Tally tally() {
    return Running.tally();
  }

  @Test
  void whatRanToItsEndPassed() {
    assertInstanceOf(Verdict.Passed.class, verdict(new CheckEnd.Passed(), 1));
  }

  @Test
  void aCheckThatRanNothingIsInconclusive() {
    assertEquals(
        new Verdict.Inconclusive("the check ran nothing"), verdict(new CheckEnd.Passed(), 0));
  }

  @Test
  void aCrashIsInconclusiveWhateverRanBefore() {
    CheckEnd crashed = new CheckEnd.Crashed(new IllegalStateException("a slip"));
    for (int trials : new int[] {0, 1, 1_000}) {
      assertEquals(
          new Verdict.Inconclusive("error in the suite: java.lang.IllegalStateException: a slip"),
          verdict(crashed, trials));
    }
  }

  @Test
  void anAbortedCheckDoesNotApply() {
    assertEquals(
        new Verdict.NotApplicable("no memory"), verdict(new CheckEnd.Aborted("no memory"), 0));
  }

  @Test
  void aClauseThatNobodyCheckedHasNoRow() {
    assertEquals(Optional.empty(), Subjects.decisions(GREETING).row(Clause.ALLOC_01));
  }

  @Test
  void anEndWithoutABeginningIsAnErrorOfOurs() {
    Decisions decisions = Subjects.decisions(GREETING);
    assertThrows(
        IllegalStateException.class, () -> decisions.ended(Clause.ALLOC_01, new CheckEnd.Passed()));
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
        tally().stoppedBy(breach);
      }
    }
    decisions.ended(Clause.DEALLOC_01, new CheckEnd.Passed());
    return decisions.row(Clause.DEALLOC_01).orElseThrow().verdict();
  }

  @Test
  void whatAnotherCheckSawIsFollowedUp() {
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
    decisions.ended(Clause.ALLOC_04, new CheckEnd.Passed());
    decisions.begins(Clause.DEALLOC_01);
    tally().trial();
    tally().stoppedBy(breach);
    tally().trial();
    decisions.ended(Clause.DEALLOC_01, new CheckEnd.Passed());
    assertInstanceOf(Verdict.Passed.class, decisions.row(Clause.ALLOC_04).orElseThrow().verdict());
    decisions.followUp();
    ClauseResult row = decisions.row(Clause.ALLOC_04).orElseThrow();
    Verdict.Failed failed = assertInstanceOf(Verdict.Failed.class, row.verdict());
    assertEquals(2, failed.failure().sequence().size(), "it was shrunk on the way");
    assertEquals(4, failed.failure().shrunkFrom());
  }

  /** A real check, run on the platform, of a subject that does not hang together. */
  @Test
  void aRealCheckThatCrashesIsInconclusive() {
    Subject whole = Subjects.of("greeting.wasm");
    Subject wrong = Subjects.of(whole.reading(), Optional.empty());
    Readiness ready = Readiness.of(whole);
    Decisions decisions =
        new Decisions(
            wrong, ready, new Reproducer("m.wasm", RunOptions.all(Effort.QUICK, 1)), Progress.NONE);
    Set<Clause> clauses =
        EnumSet.of(Clause.MOD_02, Clause.ALLOC_01, Clause.LEAK_01, Clause.GROW_03);
    new CheckLauncher().run(clauses, Effort.QUICK, decisions);
    for (Clause clause : clauses) {
      ClauseResult row = decisions.row(clause).orElseThrow();
      String why = assertInstanceOf(Verdict.Inconclusive.class, row.verdict()).why();
      assertTrue(why.startsWith("error in the suite: "), why);
      assertEquals(Conclusion.INCONCLUSIVE, Conclusion.of(List.of(row), false));
    }
  }

  @Test
  void anErrorOfARepetitionIsNoFailureOfTheModule() {
    Decisions decisions = Subjects.decisions(GREETING);
    decisions.begins(Clause.ALLOC_02);
    ClauseBroken.Evidence evidence =
        new ClauseBroken.Evidence("apart", "overlapping", List.of(), 2, "wasm_allocate");
    decisions.ended(
        Clause.ALLOC_02,
        new CheckEnd.Broken(
            new ClauseBroken(
                evidence,
                guests -> {
                  throw new IllegalStateException("a slip");
                })));
    assertInstanceOf(
        Verdict.Inconclusive.class, decisions.row(Clause.ALLOC_02).orElseThrow().verdict());
  }
}

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
  void whatWasSeenAndNotDecidedIsInconclusive() {
    Decisions decisions = Subjects.decisions(GREETING);
    decisions.begins(Clause.LEAK_01);
    tally().trial();
    Running.leaveOpen("lost, perhaps");
    decisions.ended(Clause.LEAK_01, new CheckEnd.Passed());
    assertEquals(
        new Verdict.Inconclusive("lost, perhaps"),
        decisions.row(Clause.LEAK_01).orElseThrow().verdict());
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

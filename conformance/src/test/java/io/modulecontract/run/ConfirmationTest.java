package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.ReferenceModules;
import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Subject;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A module is blamed only for what shows on a fresh instance and in the interpreter. */
class ConfirmationTest {

  private static final Subject GREETING = Subjects.of("greeting.wasm");

  private static boolean restored(Guests guests) {
    return guests instanceof RestoredGuests;
  }

  private static boolean compiled(Guests guests) {
    return restored(guests)
        || (guests instanceof FreshGuests fresh && fresh.mode() == ExecutionMode.COMPILED);
  }

  private static Verdict verdict(ClauseBroken.Repetition repetition) {
    return result(repetition).verdict();
  }

  private static ClauseResult result(ClauseBroken.Repetition repetition) {
    Decisions decisions = Subjects.decisions(GREETING);
    decisions.begins(Clause.ALLOC_02);
    ClauseBroken.Evidence evidence =
        new ClauseBroken.Evidence("apart", "overlapping", List.of(), 2, "wasm_allocate");
    decisions.ended(Clause.ALLOC_02, new CheckEnd.Broken(new ClauseBroken(evidence, repetition)));
    return decisions.row(Clause.ALLOC_02).orElseThrow();
  }

  @Test
  void whatRepeatsEverywhereIsTheModules() {
    Verdict.Failed failed = assertInstanceOf(Verdict.Failed.class, verdict(guests -> true));
    assertEquals(Blame.MODULE, failed.failure().blame());
    assertEquals("overlapping", failed.failure().actual());
  }

  /** It is some fifty times slower, and must not run into a deadline that the module keeps. */
  @Test
  void theInterpreterHasMoreTime() {
    Duration whole = GREETING.policy().deadline();
    ClauseBroken.Repetition needsTime =
        guests -> compiled(guests) || guests.policy().deadline().compareTo(whole) > 0;
    assertInstanceOf(Verdict.Failed.class, verdict(needsTime));
  }

  @Test
  void whatShowsInCompiledCodeOnlyIsTheEngines() {
    Verdict.Unconfirmed unconfirmed =
        assertInstanceOf(Verdict.Unconfirmed.class, verdict(ConfirmationTest::compiled));
    assertEquals(Blame.ENGINE, unconfirmed.failure().blame());
    assertEquals(
        "it was seen in compiled code and does not show in the interpreter", unconfirmed.why());
  }

  @Test
  void whatShowsOnARestoredInstanceOnlyIsOurs() {
    Verdict.Unconfirmed unconfirmed =
        assertInstanceOf(Verdict.Unconfirmed.class, verdict(ConfirmationTest::restored));
    assertEquals(Blame.SUITE, unconfirmed.failure().blame());
    assertEquals(
        "it was seen on a restored instance and does not show on a fresh one", unconfirmed.why());
  }

  @Test
  void whatDoesNotShowOnAFreshInstanceIsOursEvenIfTheInterpreterShowsIt() {
    Verdict.Unconfirmed unconfirmed =
        assertInstanceOf(Verdict.Unconfirmed.class, verdict(guests -> !compiled(guests)));
    assertEquals(Blame.SUITE, unconfirmed.failure().blame());
  }

  @Test
  void theModuleIsNotBlamedForWhatIsUnconfirmed() {
    ClauseResult row = result(ConfirmationTest::compiled);
    assertEquals(false, row.failed());
    assertEquals(true, row.undecided());
    assertEquals(Conclusion.INCONCLUSIVE, Conclusion.of(List.of(row), true));
  }

  @Test
  void bothRepetitionsAreMadeOnceAndUnderThePolicy() {
    List<Guests> asked = new ArrayList<>();
    verdict(asked::add);
    FreshGuests first = assertInstanceOf(FreshGuests.class, asked.get(0));
    FreshGuests second = assertInstanceOf(FreshGuests.class, asked.get(1));
    assertEquals(2, asked.size());
    assertEquals(ExecutionMode.COMPILED, first.mode());
    assertEquals(ExecutionMode.INTERPRETED, second.mode());
    assertEquals(GREETING.policy(), first.policy());
    assertEquals(GREETING.patient().policy(), second.policy());
  }

  @Test
  void whatWasReadFromABinaryThatDoesNotLoadNeedsNoRepetition() {
    Subject broken =
        Subjects.of(ReferenceModules.reading("mod_01_truncated.wasm"), Optional.empty());
    assertEquals(
        new Confirmation(Blame.MODULE, ""),
        Confirmation.of(
            guests -> {
              throw new AssertionError("there is nothing to run");
            },
            broken));
  }
}

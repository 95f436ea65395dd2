package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many scenarios a check runs. */
class ScenariosTest {

  private static final int TIMES = 50;
  private static final int[] AT_ONCE = {0x20, 0};

  /** Of calls that never return, each costs a deadline: a check must not wait for hundreds. */
  @Test
  void endWhereCallAfterCallDoesNotReturn() {
    assertEquals(8, trials(HandMadeSubject.FOR_EVER));
  }

  @Test
  void areAllRunElse() {
    assertEquals(TIMES, trials(AT_ONCE));
  }

  /** What is smaller may wait, too: then the search for the smallest must end. */
  @Test
  void areNotMadeSmallerForEver() {
    Subject subject = HandMadeSubject.of(HandMadeSubject.FOR_EVER);
    try (CheckRun run = CheckRun.open(subject, Clause.GROW_05, Readiness.of(subject))) {
      var scenario = new NeverTheSmallest();
      assertThrows(ClauseBroken.class, () -> Scenarios.run(scenario));
      assertEquals(21, run.late());
    }
  }

  @Test
  void whatDoesNotFitIsNotRunAndToldSo() {
    Subject subject = HandMadeSubject.of(AT_ONCE);
    try (CheckRun run = CheckRun.open(subject, Clause.CALL_11, Readiness.of(subject))) {
      long most = run.toFit().most();
      assertTrue(most > 0);
      Scenarios.run(new Needs(most));
      assertEquals(1, run.tally().trials());
      assertFalse(run.tally().leftOut());
      Scenarios.run(new Needs(most + 1));
      assertEquals(1, run.tally().trials());
      assertTrue(run.tally().leftOut());
    }
  }

  private record Needs(long needed) implements Scenario {

    @Override
    public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
      return Optional.empty();
    }
  }

  private record NeverTheSmallest() implements Scenario {

    @Override
    public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
      String late = guests.next().allocate(1).words();
      Course course = new Course.ByCheck(new Sequence.Beyond());
      return Optional.of(new ClauseBroken.Evidence("an area", late, List.of(), 1, "", course));
    }

    @Override
    public Stream<NeverTheSmallest> smaller() {
      return Stream.of(this);
    }
  }

  private static long trials(int... allocate) {
    Subject subject = HandMadeSubject.of(allocate);
    Scenario oneCall =
        (guests, tally) -> {
          guests.next().allocate(1);
          return Optional.empty();
        };
    try (CheckRun run = CheckRun.open(subject, Clause.CALL_11, Readiness.of(subject))) {
      for (int i = 0; i < TIMES; i++) {
        Scenarios.run(oneCall);
      }
      return run.tally().trials();
    }
  }
}

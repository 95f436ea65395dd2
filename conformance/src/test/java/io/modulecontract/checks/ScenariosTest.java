package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.spec.Clause;
import java.util.Optional;
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

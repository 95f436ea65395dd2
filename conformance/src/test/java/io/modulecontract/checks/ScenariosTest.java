package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.Readings;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.spec.Clause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many scenarios a check runs. */
class ScenariosTest {

  private static final int TIMES = 50;
  private static final int[] FOR_EVER = {0x03, 0x40, 0x0C, 0, 0x0B, 0x00};
  private static final int[] AT_ONCE = {0x20, 0};

  /** Of calls that never return, each costs a deadline: a check must not wait for hundreds. */
  @Test
  void endWhereCallAfterCallDoesNotReturn() {
    assertEquals(8, trials(FOR_EVER));
  }

  @Test
  void areAllRunElse() {
    assertEquals(TIMES, trials(AT_ONCE));
  }

  private static long trials(int... allocate) {
    ModuleReading reading = Readings.read(new HandMade().allocate(allocate).bytes());
    LoadedModule loaded =
        LoadedModule.of(assertInstanceOf(ModuleReading.WellFormed.class, reading), Profile.DEFAULT);
    Subject subject =
        new Subject(
            reading,
            Optional.of(loaded),
            ModuleDescriptor.NONE,
            Profile.DEFAULT,
            Policy.DEFAULT.withDeadline(Duration.ofMillis(15)),
            Effort.QUICK,
            1);
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

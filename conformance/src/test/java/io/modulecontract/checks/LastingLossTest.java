package io.modulecontract.checks;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.raw;
import static io.modulecontract.binary.WasmBytes.signedLeb;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.engine.HandMade;
import io.modulecontract.program.Program;
import io.modulecontract.spec.Clause;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What is lost in a few pages, and what is lost for ever. */
class LastingLossTest {

  private static final int MIB = 1 << 20;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int TIMES = 500;

  /** As garbage collectors do: in 16 pages it finds no room long before it begins to collect. */
  @Test
  void isNoneWhereGarbageIsCollectedLate() {
    run(
        arena(4 * MIB, 0),
        (run, cycles) -> {
          assertTrue(cycles.on(run.sharedGuests(), new Tally()).isPresent());
          assertDoesNotThrow(() -> Scenarios.run(cycles));
          assertEquals("", run.tally().open());
        });
  }

  @Test
  void isOneWhereNothingIsUsedAgain() {
    run(arena(NEVER, 0), LastingLossTest::assertLeaks);
  }

  /** What is collected as late as that needs more memory than a host can be asked for. */
  @Test
  void isOneWhereNobodyLivesToSeeItCollected() {
    run(arena(64 * MIB, 0), LastingLossTest::assertLeaks);
  }

  /** Each time 40 bytes are lost beside 104 that are garbage for a while. */
  @Test
  void isOneWhereMuchOfTheGarbageStays() {
    run(arena(4 * MIB, 40), LastingLossTest::assertLeaks);
  }

  /** A guest may be slow, and a check must come to an end. */
  @Test
  void isLeftOpenWhereItWouldTakeTooLong() {
    run(
        arena(NEVER, 0),
        (run, cycles) -> {
          LastingLoss loss = new LastingLoss(cycles.cycle(), 1_000, 1_000_000, Duration.ZERO);
          assertEquals(LastingLoss.Seen.NOTHING, loss.follow(run.sharedGuests(), new Tally()));
        });
  }

  private static void assertLeaks(CheckRun run, Cycles cycles) {
    ClauseBroken broken = assertThrows(ClauseBroken.class, () -> Scenarios.run(cycles));
    assertEquals(1, run.tally().trials());
    assertEquals(
        "the same free capacity, however often it is repeated", broken.evidence().expected());
  }

  private static void run(HandMade module, BiConsumer<CheckRun, Cycles> body) {
    Subject subject = HandMadeSubject.of(module);
    try (CheckRun run = CheckRun.open(subject, Clause.LEAK_01, Readiness.of(subject))) {
      body.accept(run, new Cycles(new ProgramCycle(Program.allocating(100).withRelease()), TIMES));
    }
  }

  /**
   * An arena that starts over once nothing is live and more than so many bytes are used. Where it
   * starts moves up each time something is released.
   */
  private static HandMade arena(int most, int lostEachTime) {
    int top = 0;
    int live = 1;
    int start = 2;
    return new HandMade()
        .globals(16, 0, 16)
        .allocate(
            join(
                // if (live == 0 && top > most) top = start
                raw(0x23, live, 0x45, 0x23, top, 0x41),
                signedLeb(most),
                raw(0x4B, 0x71, 0x04, 0x40, 0x23, start, 0x24, top, 0x0B),
                // while (top + size > memory.size << 16) if (memory.grow(1) == -1) return 0
                raw(0x02, 0x40, 0x03, 0x40, 0x23, top, 0x20, 0, 0x6A),
                raw(0x3F, 0, 0x41, 16, 0x74, 0x4D, 0x0D, 1),
                raw(0x41, 1, 0x40, 0, 0x41, 0x7F, 0x46, 0x04, 0x40, 0x41, 0, 0x0F, 0x0B),
                raw(0x0C, 0, 0x0B, 0x0B),
                // live = live + 1; answer top; top = top + size + 7 & -8
                raw(0x23, live, 0x41, 1, 0x6A, 0x24, live, 0x23, top),
                raw(0x23, top, 0x20, 0, 0x6A, 0x41, 7, 0x6A, 0x41, 0x78, 0x71, 0x24, top)))
        .deallocate(
            // live = live - 1; start = start + lostEachTime; answer 0
            0x23,
            live,
            0x41,
            1,
            0x6B,
            0x24,
            live,
            0x23,
            start,
            0x41,
            lostEachTime,
            0x6A,
            0x24,
            start,
            0x41,
            0);
  }
}

package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An interrupt is for the call that is late, and never for the host's thread after it. */
class WatchTest {

  private static final long DEADLINE = Duration.ofMillis(5).toNanos();

  private static final Duration FIVE = Duration.ofNanos(DEADLINE);

  private final AtomicLong computed = new AtomicLong(-1);
  private final Watch watch = new Watch(Thread.currentThread(), FIVE, computed::get);

  @AfterEach
  void nothingIsLeftBehind() {
    assertFalse(Thread.interrupted());
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  @Test
  void aLateCallIsInterruptedUntilItEnds() {
    watch.begin();
    watch.look(0);
    watch.look(DEADLINE - 1);
    assertFalse(interrupted());
    watch.look(DEADLINE);
    assertTrue(interrupted());
    watch.end();
    assertFalse(interrupted());
  }

  @Test
  void aGuestThatWasNotGivenTheProcessorIsNotLate() {
    computed.set(700);
    watch.begin();
    watch.look(0);
    computed.set(700 + DEADLINE - 1);
    watch.look(3 * DEADLINE);
    assertFalse(interrupted());
    computed.set(700 + DEADLINE);
    watch.look(4 * DEADLINE);
    assertTrue(interrupted());
    watch.end();
  }

  @Test
  void aGuestThatOnlyWaitsIsLateInTheEnd() {
    computed.set(0);
    watch.begin();
    watch.look(0);
    watch.look(10 * DEADLINE - 1);
    assertFalse(interrupted());
    watch.look(10 * DEADLINE);
    assertTrue(interrupted());
    watch.end();
  }

  @Test
  void theNextCallHasItsOwnDeadline() {
    watch.begin();
    watch.look(0);
    watch.end();
    watch.begin();
    watch.look(DEADLINE);
    watch.look(2 * DEADLINE - 1);
    assertFalse(interrupted());
    watch.look(2 * DEADLINE);
    assertTrue(interrupted());
    watch.end();
  }

  @Test
  void noCallIsNotLate() {
    watch.look(0);
    watch.look(10 * DEADLINE);
    watch.begin();
    watch.end();
    watch.look(20 * DEADLINE);
    watch.look(30 * DEADLINE);
    assertFalse(interrupted());
  }

  @Test
  void aCallIsInterruptedOnce() {
    watch.begin();
    watch.look(0);
    watch.look(DEADLINE);
    assertTrue(Thread.interrupted());
    watch.look(2 * DEADLINE);
    assertFalse(interrupted());
    watch.end();
  }

  /** The watchdog looks all the time and thinks every call late that it sees twice. */
  @Test
  void callsThatEndAroundTheirDeadlineLeaveNoInterrupt() throws InterruptedException {
    Watch hasty = new Watch(Thread.currentThread(), Duration.ofNanos(1), () -> -1);
    AtomicBoolean done = new AtomicBoolean();
    Thread watchdog =
        new Thread(
            () -> {
              for (long now = 1; !done.get(); now += 2) {
                hasty.look(now);
              }
            });
    watchdog.start();
    long late = 0;
    long left = 0;
    long calls = 0;
    long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (System.nanoTime() < until) {
      hasty.begin();
      for (long spin = calls++ % 64; spin > 0; spin--) {
        Thread.onSpinWait();
      }
      if (interrupted()) {
        late++;
      }
      hasty.end();
      if (Thread.interrupted()) {
        left++;
      }
    }
    done.set(true);
    watchdog.join();
    assertEquals(0, left, "interrupts left behind by " + calls + " calls");
    assertTrue(late > 0 && late < calls, late + " of " + calls + " calls were interrupted");
  }
}

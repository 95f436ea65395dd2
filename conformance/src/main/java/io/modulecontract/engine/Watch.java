package io.modulecontract.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;

/**
 * The calls of one thread, as the {@link Watchdog} sees them: an odd number is a call under way.
 *
 * <p>A call must cost next to nothing, so it takes no lock. Instead the watchdog interrupts in two
 * steps: it says which call is late, and only when that call is still under way some milliseconds
 * later does it interrupt. A thread whose call ends after the first step sees what was said, and
 * takes the lock; one whose call ended before is past that number by the second step.
 */
final class Watch {

  /** Far longer than a store needs to be seen by another thread. */
  private static final long GRACE = Duration.ofMillis(2).toNanos();

  private static final VarHandle CALL = handle("call");
  private static final VarHandle LATE = handle("late");

  private final Thread thread;
  private final Duration deadline;

  @SuppressWarnings("UnusedVariable") // written and read through the handle
  private long call;

  /** The number of the call that may be interrupted; 0 for none. */
  private long late;

  private long seen;
  private long seenAt;
  private boolean interrupted;

  Watch(Thread thread, Duration deadline) {
    this.thread = thread;
    this.deadline = deadline;
  }

  private static VarHandle handle(String field) {
    try {
      return MethodHandles.lookup().findVarHandle(Watch.class, field, long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  Duration deadline() {
    return deadline;
  }

  void begin() {
    CALL.setRelease(this, (long) CALL.get(this) + 1);
  }

  /** Ends the call, and clears what the watchdog did to this thread because of it. */
  void end() {
    CALL.setRelease(this, (long) CALL.get(this) + 1);
    if ((long) LATE.getAcquire(this) != 0) {
      settle();
    }
  }

  private synchronized void settle() {
    late = 0;
    if (interrupted) {
      interrupted = false;
      // Reading the flag clears it: the interrupt was meant for the guest, not for its host.
      Thread.interrupted();
    }
  }

  /** Called by the watchdog only. */
  synchronized void look(long now) {
    long current = (long) CALL.getAcquire(this);
    if (current % 2 == 0 || current != seen) {
      seen = current;
      seenAt = now;
    } else if (late != current) {
      if (now - seenAt >= deadline.toNanos()) {
        LATE.setRelease(this, current);
        seenAt = System.nanoTime();
      }
    } else if (!interrupted && now - seenAt >= GRACE) {
      interrupted = true;
      thread.interrupt();
    }
  }
}

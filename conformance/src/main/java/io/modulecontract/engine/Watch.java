package io.modulecontract.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The calls of one thread, as the {@link Watchdog} sees them: an odd number is a call under way.
 *
 * <p>A deadline is for what the guest computes, so it is measured in processor time of its thread:
 * on a machine that is busy with other things an honest guest is not late. A guest that waits,
 * which it can do only in a function of its host, has {@value #PATIENCE} times the deadline.
 *
 * <p>A call must cost next to nothing, so it takes no lock unless the watchdog has something to say
 * to it. Its end writes {@code call} and then reads {@code late}; the watchdog writes {@code late}
 * and then reads {@code call}. All four are volatile, so at least one of the two sees what the
 * other wrote: either the watchdog finds the call ended and lets its thread alone, or the thread
 * finds that it is late, waits for the watchdog and clears the interrupt.
 */
final class Watch {

  private static final int PATIENCE = 10;
  private static final VarHandle CALL = handle();

  private final Thread thread;
  private final Duration deadline;
  private final LongSupplier computed;

  private volatile long call;

  /** Whether the call under way, or one that has just ended, may be interrupted. */
  private volatile boolean late;

  private long seen;
  private long seenAt;
  private long computedAt;
  private boolean interrupted;

  /**
   * @param computed the processor time of the thread in nanoseconds, negative if nobody can say
   */
  Watch(Thread thread, Duration deadline, LongSupplier computed) {
    this.thread = thread;
    this.deadline = deadline;
    this.computed = computed;
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Watch.class, "call", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  Duration deadline() {
    return deadline;
  }

  /** Whether a call is under way, for another thread to ask. */
  boolean isInCall() {
    return call % 2 != 0;
  }

  /** Seen a moment later, this costs the watchdog a moment and the call nothing. */
  void begin() {
    CALL.setRelease(this, (long) CALL.get(this) + 1);
  }

  /** Ends the call, and clears what the watchdog did to this thread because of it. */
  void end() {
    CALL.setVolatile(this, (long) CALL.get(this) + 1);
    if (late) {
      settle();
    }
  }

  private synchronized void settle() {
    late = false;
    if (interrupted) {
      interrupted = false;
      // Reading the flag clears it: the interrupt was meant for the guest, not for its host.
      Thread.interrupted();
    }
  }

  /** Called by the watchdog only. */
  synchronized void look(long now) {
    long current = call;
    if (current % 2 == 0 || current != seen) {
      seen = current;
      seenAt = now;
      computedAt = current % 2 == 0 ? 0 : computed.getAsLong();
    } else if (!interrupted && isLate(now - seenAt)) {
      late = true;
      if (call == current) {
        interrupted = true;
        thread.interrupt();
      }
    }
  }

  private boolean isLate(long waited) {
    long allowed = deadline.toNanos();
    if (waited < allowed) {
      return false;
    }
    long now = computed.getAsLong();
    return now < 0 || now - computedAt >= allowed || waited / PATIENCE >= allowed;
  }
}

package io.modulecontract.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;

/**
 * The calls of one thread, as the {@link Watchdog} sees them: an odd number is a call under way.
 */
final class Watch {

  private static final VarHandle CALL = handle();

  private final Thread thread;
  private final Duration deadline;

  @SuppressWarnings("UnusedVariable") // written and read through the handle
  private long call;

  private long seen;
  private long seenAt;
  private boolean interrupted;

  Watch(Thread thread, Duration deadline) {
    this.thread = thread;
    this.deadline = deadline;
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

  void begin() {
    step();
  }

  void end() {
    step();
  }

  private void step() {
    CALL.setRelease(this, (long) CALL.get(this) + 1);
  }

  /** Clears what the watchdog did to this thread; whether it did anything. */
  synchronized boolean clear() {
    boolean was = interrupted;
    interrupted = false;
    if (was) {
      // Reading the flag clears it: the interrupt was meant for the guest, not for its host.
      Thread.interrupted();
    }
    return was;
  }

  /** Called by the watchdog only. */
  synchronized void look(long now) {
    long current = (long) CALL.getAcquire(this);
    if (current % 2 == 0 || current != seen) {
      seen = current;
      seenAt = now;
    } else if (!interrupted && now - seenAt >= deadline.toNanos()) {
      interrupted = true;
      thread.interrupt();
    }
  }
}

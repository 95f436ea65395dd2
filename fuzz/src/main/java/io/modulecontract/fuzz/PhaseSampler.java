package io.modulecontract.fuzz;

import java.util.function.Supplier;

/**
 * Looks from time to time what a thread is at. It asks for no stack: the JVM would tell one only
 * where compiled code can be stopped, which is rarely in the guest's.
 */
final class PhaseSampler {

  private static final long EVERY_MILLIS = 50;

  private final Thread watched;
  private final Supplier<Phase> phase;
  private volatile TimeShares shares = TimeShares.NONE;

  PhaseSampler(Thread watched, Supplier<Phase> phase) {
    this.watched = watched;
    this.phase = phase;
  }

  TimeShares shares() {
    return shares;
  }

  /** Until the process ends. */
  void start() {
    Thread thread = new Thread(this::look, "sampler");
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    try {
      while (watched.isAlive()) {
        Thread.sleep(EVERY_MILLIS);
        shares = shares.with(phase.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

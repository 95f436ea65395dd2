package io.modulecontract.fuzz;

/** Looks from time to time where a thread is. */
final class StackSampler {

  private static final long EVERY_MILLIS = 50;

  private final Thread watched;
  private volatile TimeShares shares = TimeShares.NONE;

  StackSampler(Thread watched) {
    this.watched = watched;
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
        shares = shares.with(watched.getStackTrace());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

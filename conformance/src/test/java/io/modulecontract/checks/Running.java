package io.modulecontract.checks;

/** The check that runs on this thread, for tests of what comes after it. */
public final class Running {

  private Running() {}

  /** Its tally. */
  public static Tally tally() {
    return CheckRun.current().tally();
  }
}

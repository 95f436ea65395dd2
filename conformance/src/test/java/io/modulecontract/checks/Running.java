package io.modulecontract.checks;

import io.modulecontract.program.Breach;

/** The check that runs on this thread, for tests of what comes after it. */
public final class Running {

  private Running() {}

  /** Its tally. */
  public static Tally tally() {
    return CheckRun.current().tally();
  }

  /** It leaves something out, for too much did not return. */
  public static void giveUp() {
    tally().giveUp();
  }

  /** It saw something of which it cannot say whether it breaks the clause. */
  public static void leaveOpen(String why) {
    tally().leaveOpen(why);
  }

  /** What it hands on when it sees another clause broken. */
  public static Sighting sighting(Breach breach) {
    return Programs.sighting(breach);
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;

/** How many small areas a guest can still give out: its free capacity. */
final class Room {

  /** The size of such an area in bytes. */
  static final int AREA = 256;

  private Room() {}

  /** So many; the guest is full afterwards, and of no more use. */
  static int left(Guest guest, Tally tally) {
    // More cannot be disjoint; a guest that gives out more breaks another clause.
    long most = guest.memoryLimit() / AREA;
    int areas = 0;
    while (areas < most && isServed(guest)) {
      areas++;
    }
    tally.operations(areas + 1);
    return areas;
  }

  /** Whether there is at least one; it is given out. */
  static boolean isAny(Guest guest, Tally tally) {
    tally.operations(1);
    return isServed(guest);
  }

  private static boolean isServed(Guest guest) {
    return guest.allocate(AREA) instanceof CallOutcome.Returned returned && returned.value() != 0;
  }
}

package io.modulecontract.script;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;

/** What a guest answers to the second release of an area, whichever it is (DEALLOC-02). */
public final class SecondReleases {

  /** Any size will do but 0, which has clauses of its own. */
  private static final int SIZE = 24;

  private SecondReleases() {}

  /** Whether a guest accepts one; it is asked with three calls. */
  public static boolean accepted(Guests guests) {
    Guest guest = guests.next();
    if (!(guest.allocate(SIZE) instanceof CallOutcome.Returned area)) {
      return false;
    }
    guest.deallocate(area.value());
    return guest.deallocate(area.value()).equals(new CallOutcome.Returned(0));
  }
}

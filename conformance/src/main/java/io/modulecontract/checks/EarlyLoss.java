package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;

/**
 * What some repetitions of a cycle lose, from the first on: for the interpreter, which would need
 * minutes for all of those that tell a leak in compiled code.
 *
 * @param cycle what is repeated
 * @param times how often, after the first time
 */
record EarlyLoss(Cycle cycle, int times) {

  private static final int NONE = 0;

  /**
   * Whether two kinds of guests lose the same, to the byte, and something. Then what one of them
   * shows when it goes on is no matter of how its code is run.
   */
  static boolean isTheSame(Cycle cycle, int times, Guests some, Guests others) {
    EarlyLoss early = new EarlyLoss(cycle, times);
    long lost = early.on(some);
    return lost > NONE && lost == early.on(others);
  }

  /** In bytes; 0 also where it does not run through. */
  private long on(Guests guests) {
    Guest guest = guests.next();
    if (!cycle.once(guest, 0).stopped().isEmpty()) {
      return NONE;
    }
    GuestState first = guest.snapshot();
    long before = Room.left(guests, first, new Tally());
    guest = guests.next(first);
    for (int done = 1; done <= times; done++) {
      if (!cycle.once(guest, done).stopped().isEmpty()) {
        return NONE;
      }
    }
    return before - Room.left(guests, guest.snapshot(), new Tally());
  }
}

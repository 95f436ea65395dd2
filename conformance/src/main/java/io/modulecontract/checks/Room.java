package io.modulecontract.checks;

import io.modulecontract.engine.Capacity;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;

/** How many bytes a guest can still give out: its free capacity. */
final class Room {

  /** A capacity is told to so many bytes; less is nothing. */
  static final long LEAST = Capacity.LEAST;

  private Room() {}

  /**
   * The capacity in a state, in bytes. Guests that were handed out before must not be used any
   * more.
   */
  static long left(Guests guests, GuestState state, Tally tally) {
    Capacity left = Capacity.left(guests, state);
    tally.operations(left.calls());
    return left.bytes();
  }

  /** The capacity of a guest that has done nothing yet. */
  static long atStart(Guests guests, Tally tally) {
    return left(guests, guests.next().snapshot(), tally);
  }

  /** Whether there is any; it is given out. */
  static boolean isAny(Guest guest, Tally tally) {
    tally.operations(1);
    return guest.allocate(LEAST).isArea();
  }
}

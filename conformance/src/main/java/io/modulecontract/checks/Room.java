package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import java.util.ArrayList;
import java.util.List;

/** How many bytes a guest can still give out: its free capacity. */
final class Room {

  /** A capacity is told to so many bytes; less is nothing. */
  static final long LEAST = 256;

  /**
   * Large areas first, so that few are needed. With thousands of them the guest's own book of areas
   * would decide when it is full: a hash table has room for 3,584 of them or for twice as many, and
   * what is lost in between would not be seen.
   */
  private static final long[] SIZES = {65_536, 16_384, 4_096, 1_024, LEAST};

  private Room() {}

  /**
   * The capacity in a state, in bytes. Guests that were handed out before must not be used any
   * more.
   */
  static long left(Guests guests, GuestState state, Tally tally) {
    Guest guest = guests.next(state);
    // More cannot be disjoint; a guest that gives out more breaks another clause.
    long most = guest.memoryLimit();
    List<Long> served = new ArrayList<>();
    long bytes = 0;
    for (long size : SIZES) {
      if (guest.spoiled()) {
        // It trapped where it had no more of the larger ones.
        guest = guests.next(state);
        tally.operations(served.size());
        served.forEach(guest::allocate);
      }
      CallOutcome outcome = guest.allocate(size);
      while (outcome.isArea() && bytes < most) {
        served.add(size);
        bytes += size;
        outcome = guest.allocate(size);
      }
      if (outcome instanceof CallOutcome.DeadlineExceeded) {
        // To wait for the other sizes, too, would take minutes.
        break;
      }
    }
    tally.operations(served.size() + SIZES.length);
    return bytes;
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

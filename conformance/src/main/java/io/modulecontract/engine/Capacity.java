package io.modulecontract.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * How many bytes a guest can still give out, by asking for them.
 *
 * @param bytes the sum of the sizes that were served
 * @param calls how many calls that took
 */
public record Capacity(long bytes, long calls) {

  /** A capacity is told to so many bytes; less is nothing. */
  public static final long LEAST = 256;

  /**
   * Large areas first, so that few are needed. With thousands of them the guest's own book of areas
   * would decide when it is full: a hash table has room for 3,584 of them or for twice as many, and
   * what is lost in between would not be seen.
   */
  private static final long[] SIZES = {65_536, 16_384, 4_096, 1_024, LEAST};

  /**
   * Of a guest in a state. Guests that were handed out before must not be used any more.
   *
   * @throws Guests.NoGuest when no guest can be brought into that state
   */
  public static Capacity left(Guests guests, GuestState state) {
    Guest guest = guests.next(state);
    // More cannot be disjoint; a guest that gives out more breaks another clause.
    long most = guest.memoryLimit();
    List<Long> served = new ArrayList<>();
    long bytes = 0;
    long again = 0;
    for (long size : SIZES) {
      if (guest.spoiled()) {
        // It trapped where it had no more of the larger ones.
        guest = guests.next(state);
        again += served.size();
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
    return new Capacity(bytes, again + served.size() + SIZES.length);
  }
}

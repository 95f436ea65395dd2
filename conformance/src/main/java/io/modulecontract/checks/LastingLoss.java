package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;

/**
 * A loss that was seen in a few pages, followed up where there are many. A guest that collects its
 * garbage late, or keeps what it made up to some number, loses bytes for a while, too; but then its
 * memory grows no more, and there is still room in it.
 *
 * @param cycle what is repeated
 * @param least how often, at least; a loss has made the memory grow by then
 * @param most how often at most
 */
record LastingLoss(Cycle cycle, long least, long most) {

  /**
   * A memory that has not grown while all was repeated so many times as often as up to its last
   * growth will grow no more. One that is doubled each time is quiet half as long.
   */
  private static final int QUIET = 4;

  /** The repetitions before a look at the capacity are so many times those before the last one. */
  private static final int APART = 3;

  private static final int LOOKS = 5;

  /** Of the room at the start; a guest full of garbage has more when it must collect it. */
  private static final int HARDLY_ANY = 4;

  /**
   * Whether it goes on until hardly anything is left of a guest's memory. Where that would take too
   * long it is enough that the memory still grows, or that there is less and less room.
   */
  boolean usesUp(Guests guests, Tally tally) {
    int atStart = Cycles.capacity(guests.next(), tally);
    Guest guest = guests.next();
    long size = guest.memorySize();
    long grown = 0;
    int before = atStart;
    long look = (long) (most / Math.pow(APART, LOOKS));
    for (long time = 1; time < most; time++) {
      if (time > least && time > QUIET * grown) {
        return Cycles.capacity(guest, tally) < atStart / HARDLY_ANY;
      }
      Cycle.Turn turn = cycle.once(guest, time - 1);
      tally.operations(turn.calls());
      if (!turn.stopped().isEmpty() && time > 1) {
        return true;
      }
      if (guest.memorySize() > size) {
        size = guest.memorySize();
        grown = time;
      }
      if (time == look) {
        look *= APART;
        GuestState now = guest.snapshot();
        before = Cycles.capacity(guest, tally);
        if (before < atStart / HARDLY_ANY) {
          return true;
        }
        guest = guests.next(now);
      }
    }
    return grown > most / 2 || Cycles.capacity(guest, tally) < before;
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import java.time.Duration;

/**
 * A loss that was seen in a few pages, followed up where there are many. A guest that collects its
 * garbage late, or keeps what it made up to some number, loses bytes for a while, too; but then its
 * memory grows no more, and there is still room in it.
 *
 * @param cycle what is repeated
 * @param least how often, at least; a loss has made the memory grow by then
 * @param most how often at most, or twice that where the memory does not grow in the second half
 * @param patience how long at most: a call may take as long as its deadline
 */
record LastingLoss(Cycle cycle, long least, long most, Duration patience) {

  /**
   * A memory that has not grown while all was repeated so many times as often as up to its last
   * growth will grow no more. One that is doubled each time is quiet half as long.
   */
  private static final int QUIET = 4;

  /** The repetitions before a look at the capacity are so many times those before the last one. */
  private static final int APART = 3;

  private static final int LOOKS = 4;

  /** Of the room at the start; a guest full of garbage has more when it must collect it. */
  private static final int HARDLY_ANY = 4;

  /** What becomes of a loss. */
  enum Seen {
    /** It goes on. */
    LOSS,
    /** It has come to its end. */
    PLATEAU,
    /** Nobody can say. */
    NOTHING
  }

  /**
   * Follows it until hardly anything is left of a guest's memory, or nothing more is lost. Where
   * that takes too many repetitions it is a loss when the memory still grows, or when there is less
   * and less room.
   */
  Seen follow(Guests guests, Tally tally) {
    long end = System.nanoTime() + patience.toNanos();
    long atStart = Room.atStart(guests, tally);
    Following following = new Following(guests, tally, atStart);
    for (long time = 1; time <= 2 * most; time++) {
      Seen seen = following.repeat(time);
      if (seen != Seen.NOTHING) {
        return seen;
      }
      if (System.nanoTime() - end > 0) {
        return Seen.NOTHING;
      }
    }
    return Seen.LOSS;
  }

  /** One guest, and what was seen of it. */
  private final class Following {

    private final Guests guests;
    private final Tally tally;
    private final long atStart;
    private Guest guest;
    private long size;
    private long grown;
    private long room;
    private long look = (long) (most / Math.pow(APART, LOOKS));

    Following(Guests guests, Tally tally, long atStart) {
      this.guests = guests;
      this.tally = tally;
      this.atStart = atStart;
      room = atStart;
      guest = guests.next();
      size = guest.memorySize();
    }

    /** The next time, counted from 1. */
    Seen repeat(long time) {
      Cycle.Turn turn = cycle.once(guest, time - 1);
      tally.operations(turn.calls());
      if (!turn.stopped().isEmpty() && time > 1) {
        return Seen.LOSS;
      }
      if (guest.memorySize() > size) {
        size = guest.memorySize();
        grown = time;
      }
      if (time > least && time > QUIET * grown) {
        look();
        return hardlyAny() ? Seen.LOSS : Seen.PLATEAU;
      }
      if (time == most) {
        return atTheEnd();
      }
      if (time == look && time < most / 2) {
        look *= APART;
        look();
        return hardlyAny() ? Seen.LOSS : Seen.NOTHING;
      }
      return Seen.NOTHING;
    }

    private Seen atTheEnd() {
      if (grown > most / 2) {
        return Seen.LOSS;
      }
      if (least < 2 * most) {
        return Seen.NOTHING;
      }
      // Too little is lost for the memory to tell.
      long before = room;
      look();
      return room < before ? Seen.LOSS : Seen.PLATEAU;
    }

    private void look() {
      GuestState now = guest.snapshot();
      room = Room.left(guests, now, tally);
      guest = guests.next(now);
    }

    private boolean hardlyAny() {
      return room < atStart / HARDLY_ANY;
    }
  }
}

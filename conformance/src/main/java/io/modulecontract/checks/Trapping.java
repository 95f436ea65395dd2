package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import java.util.SplittableRandom;

/** Makes instances trap in the middle of a call: at some access to their memory. */
final class Trapping {

  private static final int MOST_ACCESSES = 40;

  private final Guests guests;
  private final SplittableRandom random;
  private Guest guest;

  Trapping(Guests guests, SplittableRandom random) {
    this.guests = guests;
    this.random = random;
    this.guest = guests.apart();
  }

  /** Lets one call trap, as far as it accesses its memory often enough; how many calls it took. */
  int once() {
    if (guest.spoiled()) {
      guest = guests.apart();
    }
    guest.allocate(random.nextInt(1, 2_000));
    guest.trapAtAccess(random.nextInt(1, MOST_ACCESSES));
    guest.allocate(random.nextInt(1, 2_000));
    return 2;
  }
}

package io.modulecontract.benchmarks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;

/** One guest for all programs, in whatever state the one before left it. For comparison only. */
final class KeptGuests implements Guests {

  private final Guests source;
  private Guest guest;

  KeptGuests(Guests source) {
    this.source = source;
    this.guest = source.next();
  }

  @Override
  public Guest next() {
    if (guest.spoiled()) {
      guest = source.next();
    }
    return guest;
  }

  @Override
  public Guest next(GuestState state) {
    return source.next(state);
  }

  @Override
  public Guests under(Policy policy) {
    return new KeptGuests(source.under(policy));
  }

  @Override
  public Policy policy() {
    return source.policy();
  }
}

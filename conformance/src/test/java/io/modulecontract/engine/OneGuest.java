package io.modulecontract.engine;

/**
 * A host that is wrong on purpose: whoever asks for an instance of his own gets the one that
 * everybody has.
 */
public record OneGuest(Guest guest, Policy policy) implements Guests {

  /** A fresh one for everybody. */
  public static OneGuest of(LoadedModule module) {
    Guest guest = FreshGuests.start(module, Policy.DEFAULT, ExecutionMode.COMPILED);
    return new OneGuest(guest, Policy.DEFAULT);
  }

  @Override
  public Guest next() {
    return guest;
  }

  @Override
  public Guest next(GuestState state) {
    throw new UnsupportedOperationException("the only guest is in use");
  }

  @Override
  public Guests under(Policy other) {
    return this;
  }
}

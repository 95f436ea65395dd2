package io.modulecontract.engine;

/**
 * Guests whose start state is one that a guest of the same module had later.
 *
 * @param guests where they come from
 * @param state the state to start in
 */
record LaterGuests(Guests guests, GuestState state) implements Guests {

  @Override
  public Guest next() {
    return guests.next(state);
  }

  @Override
  public Guest next(GuestState other) {
    return guests.next(other);
  }

  @Override
  public Guests under(Policy policy) {
    return new LaterGuests(guests.under(policy), state);
  }

  @Override
  public Policy policy() {
    return guests.policy();
  }
}

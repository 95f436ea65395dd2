package io.modulecontract.engine;

/**
 * A new instance each time: slow, and nothing of ours stands between it and its module.
 *
 * @param module what to make instances of
 * @param policy what they may use
 * @param mode how their code is run
 */
public record FreshGuests(LoadedModule module, Policy policy, ExecutionMode mode)
    implements Guests {

  static Guest start(LoadedModule module, Policy policy, ExecutionMode mode) {
    Start start = module.start(policy, mode);
    if (start instanceof Start.Started started) {
      return started.guest();
    }
    if (start instanceof Start.OutOfHeap) {
      throw new HeapExhausted();
    }
    throw NoGuest.notStarted(start);
  }

  @Override
  public Guest next() {
    return start(module, policy, mode);
  }

  @Override
  public Guest next(GuestState state) {
    Guest guest = next();
    if (!guest.restore(state)) {
      throw NoGuest.notRestored();
    }
    return guest;
  }

  @Override
  public Guests under(Policy other) {
    return new FreshGuests(module, other, mode);
  }
}

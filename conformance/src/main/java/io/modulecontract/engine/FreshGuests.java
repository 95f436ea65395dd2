package io.modulecontract.engine;

/** A new instance each time: slow, and nothing of ours stands between it and its module. */
public final class FreshGuests implements Guests {

  private final LoadedModule module;
  private final Policy policy;
  private final ExecutionMode mode;

  public FreshGuests(LoadedModule module, Policy policy, ExecutionMode mode) {
    this.module = module;
    this.policy = policy;
    this.mode = mode;
  }

  static Guest start(LoadedModule module, Policy policy, ExecutionMode mode) {
    Start start = module.start(policy, mode);
    if (start instanceof Start.Started started) {
      return started.guest();
    }
    throw new Guests.NoGuest(start);
  }

  @Override
  public Guest next() {
    return start(module, policy, mode);
  }

  @Override
  public Guest next(GuestState state) {
    Guest guest = next();
    guest.restore(state);
    return guest;
  }

  @Override
  public Guests under(Policy other) {
    return new FreshGuests(module, other, mode);
  }

  @Override
  public Policy policy() {
    return policy;
  }
}

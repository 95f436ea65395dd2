package io.modulecontract.engine;

import org.jspecify.annotations.Nullable;

/**
 * One instance, restored to its start state each time: ten times as fast as instantiating. An
 * instance that trapped or that cannot be restored is thrown away and replaced.
 */
public final class RestoredGuests implements Guests {

  private static final long UNKNOWN = -1;

  private final LoadedModule module;
  private final Policy policy;
  private final ExecutionMode mode;
  private @Nullable Guest guest;
  private @Nullable GuestState start;
  private long room = UNKNOWN;

  public RestoredGuests(LoadedModule module, Policy policy, ExecutionMode mode) {
    this.module = module;
    this.policy = policy;
    this.mode = mode;
  }

  @Override
  public Guest next() {
    if (guest != null && start != null && guest.restore(start)) {
      return guest;
    }
    Guest fresh = FreshGuests.start(module, policy, mode);
    start = fresh.snapshot();
    guest = fresh;
    return fresh;
  }

  /** Guests that are brought back have the same room each time. */
  @Override
  public long room() {
    if (room == UNKNOWN) {
      room = Guests.super.room();
    }
    return room;
  }

  @Override
  public Guest next(GuestState state) {
    if (guest != null && guest.restore(state)) {
      return guest;
    }
    Guest fresh = next();
    if (!fresh.restore(state)) {
      throw NoGuest.notRestored();
    }
    return fresh;
  }

  /** Nobody brings this one back, so no copy of its memory is kept. */
  @Override
  public Guest apart() {
    Guest fresh = FreshGuests.start(module, policy, mode);
    fresh.begin();
    return fresh;
  }

  @Override
  public Guests under(Policy other) {
    return new RestoredGuests(module, other, mode);
  }

  @Override
  public Policy policy() {
    return policy;
  }
}

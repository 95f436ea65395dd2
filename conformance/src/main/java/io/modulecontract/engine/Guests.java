package io.modulecontract.engine;

import io.modulecontract.abi.ToFit;

/**
 * Where the guests of a check come from. Two of the same kind give guests that behave alike, so a
 * failing sequence can be asked for again elsewhere.
 */
public interface Guests {

  /**
   * A guest in its start state. The one handed out before must not be used any more.
   *
   * @throws NoGuest when the module did not start; it did before, so this is rare
   * @throws HeapExhausted when this JVM has no room for a guest
   */
  Guest next();

  /**
   * A guest in a state that was taken from a guest of the same module.
   *
   * @throws NoGuest as {@link #next}, and when no guest can be brought into that state
   */
  Guest next(GuestState state);

  /**
   * How many bytes a guest in its start state can still give out (SPEC.md, "room"). Where its
   * memory hardly grows, for it starts with all that it may have, it is asked.
   *
   * @throws NoGuest as {@link #next}
   * @throws HeapExhausted as {@link #next}
   */
  default long room() {
    Guest guest = next();
    long growth = guest.memoryLimit() - guest.memorySize();
    return growth >= ToFit.LEAST_ROOM ? growth : Capacity.left(this, guest.snapshot()).bytes();
  }

  /** What a guest in its start state must have memory for. */
  default ToFit toFit() {
    return ToFit.into(room());
  }

  /** The same source, with a later state as the start state. */
  default Guests startingAt(GuestState state) {
    return new LaterGuests(this, state);
  }

  /**
   * A guest in its start state that stays its caller's, whatever is handed out later: an instance
   * of its own.
   *
   * @throws NoGuest as {@link #next}
   * @throws HeapExhausted as {@link #next}
   */
  default Guest apart() {
    return under(policy()).next();
  }

  /** The same source under another policy. */
  Guests under(Policy policy);

  /** Whether the module does not get as far as a guest. */
  default boolean startFails() {
    try {
      next();
      return false;
    } catch (NoGuest e) {
      return true;
    }
  }

  /** The policy that its guests are under. */
  Policy policy();

  /** There is no guest in the state that was asked for. */
  final class NoGuest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NoGuest(String message) {
      super(message);
    }

    static NoGuest notStarted(Start start) {
      return new NoGuest("the module did not start: " + start);
    }

    static NoGuest notRestored() {
      return new NoGuest("the module keeps state that cannot be brought back");
    }
  }
}

package io.modulecontract.engine;

/**
 * Where the guests of a check come from. Two of the same kind give guests that behave alike, so a
 * failing sequence can be asked for again elsewhere.
 */
public interface Guests {

  /**
   * A guest in its start state. The one handed out before must not be used any more.
   *
   * @throws NoGuest when the module did not start; it did before, so this is rare
   */
  Guest next();

  /**
   * A guest in a state that was taken from a guest of the same module.
   *
   * @throws NoGuest as {@link #next}
   */
  Guest next(GuestState state);

  /** The same source, with a later state as the start state. */
  default Guests startingAt(GuestState state) {
    return new LaterGuests(this, state);
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

  /** The module did not start. */
  final class NoGuest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoGuest(Start start) {
      super("the module did not start: " + start);
    }
  }
}

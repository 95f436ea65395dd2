package io.modulecontract.verdict;

/** What a baseline says about one clause of one module, once the module was checked. */
public sealed interface Pin {

  /** The baseline says nothing about it, or there is none. */
  Pin NONE = new None();

  /** The baseline says nothing about it, or there is none. */
  record None() implements Pin {}

  /**
   * The guest fails the clause just as it is known to. It does not count.
   *
   * @param reason why it may
   */
  record Known(String reason) implements Pin {}

  /**
   * The guest fails the clause, but not as it is known to: the run fails.
   *
   * @param reason why what was known may stay
   * @param expected what the clause asked for then
   * @param actual what the guest did then
   */
  record Different(String reason, String expected, String actual) implements Pin {}

  /**
   * The clause passes, and the baseline still excuses it: the run fails until the entry is gone.
   *
   * @param reason why it was excused
   */
  record Stale(String reason) implements Pin {}

  /**
   * The clause was not decided, so the entry is neither confirmed nor stale.
   *
   * @param reason why the failure may stay
   */
  record Unseen(String reason) implements Pin {}
}

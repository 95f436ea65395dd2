package io.modulecontract.engine;

/** How an attempt to get an instance ended. */
public sealed interface Start {

  /**
   * There is an instance, and {@code _initialize} has run where it exists.
   *
   * @param guest the instance; it belongs to the thread that started it
   */
  record Started(Guest guest) implements Start {}

  /**
   * The module claims more memory at start than the policy allows; nothing was allocated for it.
   *
   * @param initialPages what it claims
   * @param limitPages what it may have
   */
  record OverLimit(long initialPages, int limitPages) implements Start {}

  /**
   * The module claims more memory at start than its other instances have left; nothing was
   * allocated for it.
   *
   * @param initialPages what it claims
   * @param usedPages what the open instances have
   * @param budgetPages what all may have together
   */
  record OverBudget(long initialPages, int usedPages, int budgetPages) implements Start {}

  /** The memory of this JVM was not enough for it: that is nobody's fault but ours. */
  record OutOfHeap() implements Start {}

  /**
   * An import is missing or of another type.
   *
   * @param why which one
   */
  record Unlinkable(String why) implements Start {}

  /**
   * The guest did not return from its start.
   *
   * @param where {@code instantiation} or {@code _initialize}
   * @param outcome how it ended
   * @param asked the WASI functions that it had called, separated by commas
   */
  record Stopped(String where, CallOutcome outcome, String asked) implements Start {}
}

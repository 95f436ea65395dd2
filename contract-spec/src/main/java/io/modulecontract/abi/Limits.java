package io.modulecontract.abi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Limits as somebody states them; what is not stated is left to whoever comes next.
 *
 * @param memoryPages the most pages that an instance may have
 * @param deadline how long one call may take
 * @param modulePages the most pages that all instances which an application opens may have together
 */
public record Limits(
    OptionalInt memoryPages, Optional<Duration> deadline, OptionalInt modulePages) {

  /** Nothing is stated. */
  public static final Limits NONE = new Limits(OptionalInt.empty(), Optional.empty());

  /** The most pages that can be asked for: the engine keeps a memory in one Java array. */
  public static final int MOST_PAGES = 32_767;

  /** The longest deadline that can be asked for. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when there are pages, not 1 to {@link #MOST_PAGES}, or a
   *     deadline, not above 0 and up to {@link #LONGEST}
   */
  public Limits {
    check(memoryPages);
    check(modulePages);
    if (deadline.isPresent()
        && (deadline.get().isNegative()
            || deadline.get().isZero()
            || deadline.get().compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException("deadline of " + deadline.get());
    }
  }

  /** Limits that say nothing of several instances. */
  public Limits(OptionalInt memoryPages, Optional<Duration> deadline) {
    this(memoryPages, deadline, OptionalInt.empty());
  }

  private static void check(OptionalInt pages) {
    if (pages.isPresent() && (pages.getAsInt() < 1 || pages.getAsInt() > MOST_PAGES)) {
      throw new IllegalArgumentException("memory limit of " + pages.getAsInt() + " pages");
    }
  }

  /** These limits, and the other's where these say nothing. */
  public Limits orElse(Limits other) {
    return new Limits(
        memoryPages.isPresent() ? memoryPages : other.memoryPages,
        deadline.isPresent() ? deadline : other.deadline,
        modulePages.isPresent() ? modulePages : other.modulePages);
  }
}

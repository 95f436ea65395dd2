package io.modulecontract.abi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Limits as somebody states them; what is not stated is left to whoever comes next.
 *
 * @param memoryPages the most pages that an instance may have
 * @param deadline how long one call may take
 */
public record Limits(OptionalInt memoryPages, Optional<Duration> deadline) {

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
    if (memoryPages.isPresent()
        && (memoryPages.getAsInt() < 1 || memoryPages.getAsInt() > MOST_PAGES)) {
      throw new IllegalArgumentException("memory limit of " + memoryPages.getAsInt() + " pages");
    }
    if (deadline.isPresent()
        && (deadline.get().isNegative()
            || deadline.get().isZero()
            || deadline.get().compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException("deadline of " + deadline.get());
    }
  }

  /** These limits, and the other's where these say nothing. */
  public Limits orElse(Limits other) {
    return new Limits(
        memoryPages.isPresent() ? memoryPages : other.memoryPages,
        deadline.isPresent() ? deadline : other.deadline);
  }
}

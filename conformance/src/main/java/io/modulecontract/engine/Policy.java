package io.modulecontract.engine;

import io.modulecontract.abi.U32;
import java.time.Duration;

/**
 * What a guest may use. Beyond this it is granted nothing: no directory, no variable, no argument,
 * an empty standard input, outputs that are thrown away, a clock that stands still, random numbers
 * from the run's seed.
 *
 * @param memoryPages the most pages that a linear memory may have, at most {@link #MOST_PAGES}
 * @param deadline how long one call, or the start, may take
 * @param seed what the guest's random numbers are made from
 */
public record Policy(int memoryPages, Duration deadline, long seed) {

  /** The engine holds no larger memory, for a Java array ends there. */
  public static final int MOST_PAGES = 32_767;

  /** 128 MiB and 5 seconds. */
  public static final Policy DEFAULT = new Policy(2_048, Duration.ofSeconds(5), 0);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when the pages are not between 1 and {@link #MOST_PAGES} or
   *     the deadline is not positive
   */
  public Policy {
    if (memoryPages < 1 || memoryPages > MOST_PAGES) {
      throw new IllegalArgumentException("memory limit of " + memoryPages + " pages");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline of " + deadline);
    }
  }

  /** The memory limit in bytes. */
  public long memoryBytes() {
    return memoryPages * U32.PAGE;
  }

  /** The same with another memory limit. */
  public Policy withMemoryPages(int pages) {
    return new Policy(pages, deadline, seed);
  }

  /** The same with another deadline. */
  public Policy withDeadline(Duration other) {
    return new Policy(memoryPages, other, seed);
  }

  /** The same with another seed. */
  public Policy withSeed(long other) {
    return new Policy(memoryPages, deadline, other);
  }
}

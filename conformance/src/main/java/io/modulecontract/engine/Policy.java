package io.modulecontract.engine;

import io.modulecontract.abi.Limits;
import io.modulecontract.abi.U32;
import io.modulecontract.wasi.Grants;
import java.time.Duration;

/**
 * What a guest may use: the one place that says it. What is not granted is refused and recorded;
 * without any grant a guest has no directory, no variable, no argument, an empty standard input,
 * outputs that are thrown away, a clock that stands still, random numbers from the run's seed.
 *
 * @param memoryPages the most pages that the memories of an instance may have together, at most
 *     {@link #MOST_PAGES}
 * @param deadline how long one call, or the start, may take
 * @param seed what the guest's random numbers are made from
 * @param grants what it may use of its host
 */
public record Policy(int memoryPages, Duration deadline, long seed, Grants grants) {

  /** The engine holds no larger memory, for a Java array ends there. */
  public static final int MOST_PAGES = Limits.MOST_PAGES;

  /** The most entries that a table may grow to; the largest real modules have some ten thousand. */
  static final long TABLE_ENTRIES = 1_000_000;

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

  /** A policy that grants nothing beyond memory and time. */
  public Policy(int memoryPages, Duration deadline, long seed) {
    this(memoryPages, deadline, seed, Grants.NOTHING);
  }

  /** The memory limit in bytes. */
  public long memoryBytes() {
    return memoryPages * U32.PAGE;
  }

  /** The same with these limits, as far as they are stated. */
  public Policy within(Limits limits) {
    return withMemoryPages(limits.memoryPages().orElse(memoryPages))
        .withDeadline(limits.deadline().orElse(deadline));
  }

  /** The same with another memory limit. */
  public Policy withMemoryPages(int pages) {
    return new Policy(pages, deadline, seed, grants);
  }

  /** The same with another deadline. */
  public Policy withDeadline(Duration other) {
    return new Policy(memoryPages, other, seed, grants);
  }

  /** The same with another seed. */
  public Policy withSeed(long other) {
    return new Policy(memoryPages, deadline, other, grants);
  }

  /** The same with other grants. */
  public Policy withGrants(Grants other) {
    return new Policy(memoryPages, deadline, seed, other);
  }
}

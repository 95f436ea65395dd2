package io.modulecontract.checks;

import io.modulecontract.abi.ToFit;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import java.util.SplittableRandom;

/**
 * Fills the memory until not even a small request is met. It is not the large request at which
 * guests fail there, but a small one: their table of areas must grow, and cannot. So what is
 * released then is less than a table of thousands of entries takes, and is filled with more of
 * them.
 */
final class FullMemory {

  private static final long SMALL = 16;
  private static final long RELEASED = 65_536;
  private static final int RELEASES = 8;

  /** What is left then is full with a few dozen small ones, so a table of few entries tells. */
  private static final long LEAST_LARGE = 1_024;

  private static final int MOST_SMALL = 20_000;

  /** Four of the first size and two of each half fill any memory, unless areas overlap. */
  private static final int MOST_LARGE = 100;

  /** So many requests that are not met, and releases that make room for others. */
  private static final int TURNS = 100;

  private final Program.Builder program = Program.builder();
  private final Guest guest;
  private boolean stopped;

  private FullMemory(Guest guest) {
    this.guest = guest;
  }

  /**
   * The program, up to the first request that does not return.
   *
   * @param guest a guest in its start state, to learn how much it gives out
   * @param toFit what it must have memory for
   */
  static Program program(Guest guest, ToFit toFit, SplittableRandom random) {
    FullMemory full = new FullMemory(guest);
    full.fill(toFit.most(), random);
    return full.program.build();
  }

  private void fill(long largest, SplittableRandom random) {
    long[] pointers = new long[RELEASES];
    for (int i = 0; i < RELEASES; i++) {
      pointers[i] = allocate(RELEASED);
    }
    // None is so large that its refusal would be to blame for what comes after (ALLOC-07).
    long size = largest;
    for (int large = 0; size >= LEAST_LARGE && large < MOST_LARGE; large++) {
      size = allocate(size) == 0 ? size / 2 : size;
    }
    int small = fill(0);
    for (int i = RELEASES - 1; i >= 0; i--) {
      if (pointers[i] != 0) {
        release(i, pointers[i]);
        small = fill(small);
      }
    }
    for (int i = 0; i < TURNS && !stopped; i++) {
      program.add(Kind.RELEASE, random.nextInt(MOST_SMALL));
      program.add(Kind.ALLOCATE, SMALL);
      program.add(Kind.ALLOCATE, SMALL);
    }
  }

  /** How many small areas there are when one more is not met, or there are enough. */
  private int fill(int before) {
    int small = before;
    while (small < MOST_SMALL && allocate(SMALL) != 0) {
      small++;
    }
    return small;
  }

  private long allocate(long size) {
    if (stopped) {
      return 0;
    }
    program.add(Kind.ALLOCATE, size);
    return value(guest.allocate(size));
  }

  private void release(int area, long pointer) {
    if (!stopped) {
      program.add(Kind.RELEASE, area);
      value(guest.deallocate(pointer));
    }
  }

  private long value(CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Returned returned) {
      return returned.value();
    }
    stopped = true;
    return 0;
  }
}

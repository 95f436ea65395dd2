package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;

/** What a guest compared in one run: of each place in its code the first few pairs that differ. */
final class Comparisons implements FuzzedCode.Compares {

  /** Of one run: a loop over a long text compares more often than anybody can learn from. */
  private static final int MOST = 512;

  /** Of one place in one run. */
  private static final int OF_A_PLACE = 4;

  /** So many are told to libFuzzer, which remembers no more than 32 of them. */
  private static final int TOLD = 16;

  /** Places are told apart by so many numbers. */
  static final int PLACES = 1 << 13;

  private static final int COUNT_BITS = 3;

  private final long[] ones = new long[MOST];
  private final long[] others = new long[MOST];
  private final int[] places = new int[MOST];
  private final boolean[] wide = new boolean[MOST];
  private final int[] counts = new int[PLACES];
  private final boolean tellsAll;
  private int size;
  private int run;

  /**
   * @param tellsAll whether all are told to libFuzzer, which keeps what comes closer to a value
   */
  Comparisons(boolean tellsAll) {
    this.tellsAll = tellsAll;
  }

  /** A run begins: what was before is forgotten. */
  void begin() {
    size = 0;
    run++;
  }

  /** How many pairs there are. */
  int size() {
    return size;
  }

  /**
   * One of them.
   *
   * @param place where in the guest's code, the same number each time; the lowest bit is set where
   *     it is asked which is larger
   * @param one the first number
   * @param other the second one, another
   * @param wide whether they have 64 bits
   */
  record Pair(int place, long one, long other, boolean wide) {

    /** Whether it is asked which is larger. */
    boolean ordered() {
      return (place & 1) != 0;
    }
  }

  Pair get(int index) {
    return new Pair(places[index], ones[index], others[index], wide[index]);
  }

  /** A number below {@link #PLACES}, for tables of what is known about a place. */
  int slot(int index) {
    return slotOf(places[index]);
  }

  static int slotOf(int place) {
    return (place >>> 1) & (PLACES - 1);
  }

  @Override
  public void ints(int one, int other, int place) {
    if (one != other) {
      add(Integer.toUnsignedLong(one), Integer.toUnsignedLong(other), place, false);
    }
  }

  @Override
  public void longs(long one, long other, int place) {
    if (one != other) {
      add(one, other, place, true);
    }
  }

  private void add(long one, long other, int place, boolean isWide) {
    int slot = slotOf(place);
    int count = counts[slot];
    if (count >>> COUNT_BITS != (run & (-1 >>> COUNT_BITS))) {
      count = run << COUNT_BITS;
    }
    if ((count & ((1 << COUNT_BITS) - 1)) >= OF_A_PLACE || size == MOST) {
      return;
    }
    counts[slot] = count + 1;
    ones[size] = one;
    others[size] = other;
    places[size] = place;
    wide[size] = isWide;
    size++;
  }

  /** Tells libFuzzer some of them, or all. */
  void tell() {
    int step = tellsAll ? 1 : 1 + size / TOLD;
    for (int i = step == 1 ? 0 : run % step; i < size; i += step) {
      LibFuzzer.tell(ones[i], others[i], places[i], wide[i]);
    }
  }
}

package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;

/** What a guest compared in one run: of each place in its code the first few pairs. */
final class Comparisons implements FuzzedCode.Compares {

  /** Of one run: a loop over a long text compares more often than anybody can learn from. */
  private static final int MOST = 512;

  /** Of one place in one run. */
  private static final int OF_A_PLACE = 4;

  /** So many are told to libFuzzer, which remembers no more than 32 of them. */
  private static final int TOLD = 16;

  private final long[] ones = new long[MOST];
  private final long[] others = new long[MOST];
  private final int[] places = new int[MOST];
  private final boolean[] wide = new boolean[MOST];
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
    FuzzedCode.want(OF_A_PLACE);
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

  /** For tables of what is known about the compares of a slot. */
  int slot(int index) {
    return FuzzedCode.slot(places[index]);
  }

  @Override
  public void ints(int one, int other, int place) {
    add(Integer.toUnsignedLong(one), Integer.toUnsignedLong(other), place, false);
  }

  @Override
  public void longs(long one, long other, int place) {
    add(one, other, place, true);
  }

  private void add(long one, long other, int place, boolean isWide) {
    ones[size] = one;
    others[size] = other;
    places[size] = place;
    wide[size] = isWide;
    size++;
    if (size == MOST) {
      FuzzedCode.want(0);
    }
  }

  /** Tells libFuzzer some of them, or all. */
  void tell() {
    int step = tellsAll ? 1 : 1 + size / TOLD;
    for (int i = step == 1 ? 0 : run % step; i < size; i += step) {
      LibFuzzer.tell(ones[i], others[i], places[i], wide[i]);
    }
  }
}

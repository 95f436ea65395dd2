package io.modulecontract.engine;

import com.dylibso.chicory.runtime.OpcodeImpl;
import java.util.Arrays;

/**
 * What the compiled code of a module tells while it is fuzzed: which places of it were passed, and
 * what it compared. The code itself writes to the array here and calls the static methods, so there
 * is one such module in a process, and what was told is the process's. They are public only for
 * that code.
 *
 * <p>A place is the entry of a function, whose number is the function's index, or one of the two
 * ways on from a branch; those are numbered behind the functions.
 */
public final class FuzzedCode {

  /** As many places as libFuzzer has counters for in Jazzer. In larger modules some share one. */
  private static final int MOST_PLACES = 1 << 20;

  /** Compares are told apart by so many numbers. */
  private static final int SLOTS = 1 << 13;

  /**
   * Of each place: 0, or as many lowest bits as it was passed times since {@link #begin}, at most
   * eight. So it never returns to 0, as a count would.
   */
  @SuppressWarnings("MutablePublicArray") // it is what the code writes to
  public static final byte[] PASSED = new byte[MOST_PLACES];

  /** How many more pairs of unequal values are told of the compares of a slot. */
  private static final byte[] WANTED = new byte[SLOTS];

  private static int functions;
  private static int places;
  private static Compares compares =
      new Compares() {
        @Override
        public void ints(int one, int other, int place) {}

        @Override
        public void longs(long one, long other, int place) {}
      };

  private FuzzedCode() {}

  /** Told what a guest compares with what: a fuzzer writes the one where it finds the other. */
  public interface Compares {
    /**
     * Two 32-bit values that differ, at a place in the code: the same number each time, its lowest
     * bit set where it is asked which value is larger.
     */
    void ints(int one, int other, int place);

    /** Two 64-bit values that differ. */
    void longs(long one, long other, int place);
  }

  /** From now on compares are told to this one, as far as it {@link #want}s. */
  public static void tell(Compares listener) {
    compares = listener;
  }

  /** Of each slot the next so many pairs of unequal values are told; 0 for no more. */
  public static void want(int pairs) {
    Arrays.fill(WANTED, (byte) pairs);
  }

  /** The slot of a compare, from 0: few compares share one. */
  public static int slot(int place) {
    return (place >>> 1) & (SLOTS - 1);
  }

  /** How many slots there are. */
  public static int slots() {
    return SLOTS;
  }

  /** How many functions the code has, imported ones counted: the first places are theirs. */
  public static int functions() {
    return functions;
  }

  /** How many places the code has. */
  public static int places() {
    return places;
  }

  /** No place was passed from now on. */
  public static void begin() {
    Arrays.fill(PASSED, 0, places, (byte) 0);
  }

  /** Makes room for a module of so many functions, instead of the one before. */
  static synchronized void prepare(int count) {
    begin();
    functions = Math.min(count, MOST_PLACES);
    places = functions;
  }

  /** A number for one more place; the last ones are shared where there are too many. */
  static synchronized int newPlace() {
    return places < MOST_PLACES ? places++ : MOST_PLACES - 1;
  }

  /** The place of a function's entry. */
  static int entry(int function) {
    return Math.min(function, MOST_PLACES - 1);
  }

  /** Two 32-bit values are about to be compared. */
  public static void compare(int one, int other, int place) {
    if (one != other && WANTED[slot(place)] > 0) {
      told(one, other, place);
    }
  }

  /** The same of 64 bits. */
  private static void compare(long one, long other, int place) {
    if (one != other && WANTED[slot(place)] > 0) {
      told(one, other, place);
    }
  }

  private static void told(int one, int other, int place) {
    WANTED[slot(place)]--;
    compares.ints(one, other, place);
  }

  private static void told(long one, long other, int place) {
    WANTED[slot(place)]--;
    compares.longs(one, other, place);
  }

  /** {@code i64.eq}, told. */
  public static int eq(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_EQ(one, other);
  }

  /** {@code i64.ne}, told. */
  public static int ne(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_NE(one, other);
  }

  /** {@code i64.lt_s}, told. */
  public static int ltS(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_LT_S(one, other);
  }

  /** {@code i64.lt_u}, told. */
  public static int ltU(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_LT_U(one, other);
  }

  /** {@code i64.gt_s}, told. */
  public static int gtS(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_GT_S(one, other);
  }

  /** {@code i64.gt_u}, told. */
  public static int gtU(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_GT_U(one, other);
  }

  /** {@code i64.le_s}, told. */
  public static int leS(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_LE_S(one, other);
  }

  /** {@code i64.le_u}, told. */
  public static int leU(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_LE_U(one, other);
  }

  /** {@code i64.ge_s}, told. */
  public static int geS(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_GE_S(one, other);
  }

  /** {@code i64.ge_u}, told. */
  public static int geU(long one, long other, int place) {
    compare(one, other, place);
    return OpcodeImpl.I64_GE_U(one, other);
  }
}

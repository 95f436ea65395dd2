package io.modulecontract.engine;

import com.dylibso.chicory.runtime.OpcodeImpl;
import java.util.BitSet;

/**
 * What the compiled code of a module tells while it is fuzzed: which of its functions were entered,
 * and what they compared. The code itself calls the static methods here, so there is one such
 * module in a process, and what was told is the process's. They are public only for that code.
 */
public final class FuzzedCode {

  private static final Compares NOBODY =
      new Compares() {
        @Override
        public void ints(int one, int other, int place) {}

        @Override
        public void longs(long one, long other, int place) {}
      };

  private static byte[] entered = {};
  private static Compares compares = NOBODY;

  private FuzzedCode() {}

  /** Told what a guest compares with what: a fuzzer writes the one where it finds the other. */
  public interface Compares {
    /**
     * Two 32-bit values, at a place in the code: the same number each time, its lowest bit set
     * where it is asked which value is larger.
     */
    void ints(int one, int other, int place);

    /** Two 64-bit values. */
    void longs(long one, long other, int place);
  }

  /** From now on compares are told to this one. */
  public static void tell(Compares listener) {
    compares = listener;
  }

  /** The indices of the functions that were entered so far, imported ones counted. */
  public static BitSet entered() {
    BitSet set = new BitSet(entered.length);
    for (int i = 0; i < entered.length; i++) {
      set.set(i, entered[i] != 0);
    }
    return set;
  }

  /** Makes room for functions up to this index; forgets nothing. */
  static synchronized void prepare(int functions) {
    if (entered.length < functions) {
      entered = new byte[functions];
    }
  }

  /** A function begins. */
  public static void enter(int function) {
    entered[function] = 1;
  }

  /** Two 32-bit values are about to be compared. */
  public static void compare(int one, int other, int place) {
    compares.ints(one, other, place);
  }

  /** {@code i64.eq}, told. */
  public static int eq(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_EQ(one, other);
  }

  /** {@code i64.ne}, told. */
  public static int ne(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_NE(one, other);
  }

  /** {@code i64.lt_s}, told. */
  public static int ltS(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_LT_S(one, other);
  }

  /** {@code i64.lt_u}, told. */
  public static int ltU(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_LT_U(one, other);
  }

  /** {@code i64.gt_s}, told. */
  public static int gtS(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_GT_S(one, other);
  }

  /** {@code i64.gt_u}, told. */
  public static int gtU(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_GT_U(one, other);
  }

  /** {@code i64.le_s}, told. */
  public static int leS(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_LE_S(one, other);
  }

  /** {@code i64.le_u}, told. */
  public static int leU(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_LE_U(one, other);
  }

  /** {@code i64.ge_s}, told. */
  public static int geS(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_GE_S(one, other);
  }

  /** {@code i64.ge_u}, told. */
  public static int geU(long one, long other, int place) {
    compares.longs(one, other, place);
    return OpcodeImpl.I64_GE_U(one, other);
  }
}

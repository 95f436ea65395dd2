package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/** What the code of the guest passes, as it tells {@link FuzzedCode}. */
final class Edges implements Coverage {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final byte EVER = -1;

  /** Of each place, whether it was ever passed: {@link #EVER} or 0. */
  private byte[] ever = {};

  private byte[] kept = {};
  private int count;

  @Override
  public void keep() {
    grew();
    kept = Arrays.copyOf(FuzzedCode.PASSED, FuzzedCode.places());
  }

  @Override
  public void begin() {
    FuzzedCode.begin();
  }

  @Override
  public boolean grew() {
    int places = FuzzedCode.places();
    if (ever.length < places) {
      ever = Arrays.copyOf(ever, places);
    }
    int before = count;
    byte[] passed = FuzzedCode.PASSED;
    int whole = places & -Long.BYTES;
    for (int i = 0; i < whole; i += Long.BYTES) {
      // Hardly an input passes what none has passed before it.
      if (((long) EIGHT.get(passed, i) & ~(long) EIGHT.get(ever, i)) != 0) {
        book(passed, i, i + Long.BYTES);
      }
    }
    book(passed, whole, places);
    return count > before;
  }

  private void book(byte[] passed, int from, int to) {
    for (int i = from; i < to; i++) {
      if (passed[i] != 0 && ever[i] == 0) {
        ever[i] = EVER;
        count++;
      }
    }
  }

  @Override
  public void restore() {
    System.arraycopy(kept, 0, FuzzedCode.PASSED, 0, kept.length);
  }

  /** The indices of the functions that were entered, imported ones counted. */
  BitSet functions() {
    BitSet entered = new BitSet();
    for (int i = 0; i < Math.min(ever.length, FuzzedCode.functions()); i++) {
      entered.set(i, ever[i] != 0);
    }
    return entered;
  }

  /** How many places were ever passed. */
  int count() {
    return count;
  }

  /** How many ways on from branches were taken; 0 where the code does not tell. */
  int taken() {
    return count - functions().cardinality();
  }
}

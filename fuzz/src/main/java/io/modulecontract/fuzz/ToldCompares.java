package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Tells libFuzzer what the guest compares. */
final class ToldCompares implements FuzzedCode.Compares {

  private static final MethodHandle INTS = trace("traceCmpInt", int.class);
  private static final MethodHandle LONGS = trace("traceCmpLong", long.class);

  /** Of one run: a loop over a long text compares more often than anybody can learn from. */
  private static final int MOST = 1_000;

  /** The same of numbers that fit into one byte, which most loops over a text compare. */
  private static final int MOST_SMALL = 400;

  private static final int BYTE = 0xFF;

  private int left;
  private int leftSmall;

  /** A run begins. */
  void begin() {
    left = MOST;
    leftSmall = MOST_SMALL;
  }

  private static MethodHandle trace(String name, Class<?> operand) {
    try {
      Class<?> callbacks =
          Class.forName("com.code_intelligence.jazzer.runtime.TraceDataFlowNativeCallbacks");
      return MethodHandles.lookup()
          .findStatic(
              callbacks, name, MethodType.methodType(void.class, operand, operand, int.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void ints(int one, int other, int place) {
    if (one == other) {
      return;
    }
    boolean small = ((one | other) & ~BYTE) == 0;
    if (small ? leftSmall-- <= 0 : left-- <= 0) {
      return;
    }
    try {
      INTS.invokeExact(one, other, place);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void longs(long one, long other, int place) {
    if (one == other || left-- <= 0) {
      return;
    }
    try {
      LONGS.invokeExact(one, other, place);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}

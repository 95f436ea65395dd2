package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Tells libFuzzer what the guest compares. */
final class ToldCompares implements FuzzedCode.Compares {

  private static final MethodHandle INTS = trace("traceCmpInt", int.class);
  private static final MethodHandle LONGS = trace("traceCmpLong", long.class);

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
    try {
      INTS.invokeExact(one, other, place);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void longs(long one, long other, int place) {
    try {
      LONGS.invokeExact(one, other, place);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}

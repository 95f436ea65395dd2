package io.modulecontract.fuzz;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The engine in Jazzer, as far as it is told what a guest compares. Jazzer must be there. */
final class LibFuzzer {

  private static final MethodHandle INTS = trace("traceCmpInt", int.class);
  private static final MethodHandle LONGS = trace("traceCmpLong", long.class);

  private LibFuzzer() {}

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

  /** Two numbers that were compared. */
  static void tell(long one, long other, int place, boolean wide) {
    try {
      if (wide) {
        LONGS.invokeExact(one, other, place);
      } else {
        INTS.invokeExact((int) one, (int) other, place);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}

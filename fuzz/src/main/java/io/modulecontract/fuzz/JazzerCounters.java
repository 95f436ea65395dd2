package io.modulecontract.fuzz;

import io.modulecontract.engine.FuzzedCode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * The counters that libFuzzer looks at after each input: a byte for each place in the code. Jazzer
 * would instrument the code itself, with a call at each edge; after a run the same are copied here
 * in a microsecond. Jazzer's agent must be there.
 */
final class JazzerCounters {

  private static final String MAP = "com.code_intelligence.jazzer.runtime.CoverageMap";

  private final long address;
  private final MethodHandle enlarge;
  private final MethodHandle copy;
  private final long base;
  private int there;

  JazzerCounters() {
    try {
      Class<?> map = Class.forName(MAP);
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      address = map.getField("countersAddress").getLong(null);
      enlarge =
          lookup.findStatic(map, "enlargeIfNeeded", MethodType.methodType(void.class, int.class));
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field one = type.getDeclaredField("theUnsafe");
      one.setAccessible(true);
      copy =
          lookup.bind(
              one.get(null),
              "copyMemory",
              MethodType.methodType(
                  void.class, Object.class, long.class, Object.class, long.class, long.class));
      base = type.getField("ARRAY_BYTE_BASE_OFFSET").getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells what the code has passed since {@link FuzzedCode#begin}. */
  void tell() {
    try {
      int places = FuzzedCode.places();
      if (places > there) {
        enlarge.invokeExact(places - 1);
        there = places;
      }
      copy.invokeExact((Object) FuzzedCode.PASSED, base, (Object) null, address, (long) places);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.modulecontract.fuzz;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Arrays;

/** What Jazzer counts of a run: a byte for each edge. */
final class JazzerCoverage implements Coverage {

  private static final String MAP = "com.code_intelligence.jazzer.runtime.CoverageMap";

  private final long address;
  private final Field size;
  private final MethodHandle copy;
  private final MethodHandle clear;
  private final long base;
  private byte[] ever = {};
  private byte[] now = {};
  private byte[] kept = {};

  /** That of this process; Jazzer's agent must be there. */
  JazzerCoverage() {
    try {
      Class<?> map = Class.forName(MAP);
      address = map.getField("countersAddress").getLong(null);
      size = map.getDeclaredField("currentNumCounters");
      size.setAccessible(true);
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field one = type.getDeclaredField("theUnsafe");
      one.setAccessible(true);
      Object unsafe = one.get(null);
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      copy =
          lookup.bind(
              unsafe,
              "copyMemory",
              MethodType.methodType(
                  void.class, Object.class, long.class, Object.class, long.class, long.class));
      clear =
          lookup.bind(
              unsafe,
              "setMemory",
              MethodType.methodType(void.class, long.class, long.class, byte.class));
      base = type.getField("ARRAY_BYTE_BASE_OFFSET").getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void keep() {
    kept = read(kept);
    addNew(kept);
  }

  @Override
  public void begin() {
    try {
      clear.invokeExact(address, (long) size.getInt(null), (byte) 0);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean grew() {
    now = read(now);
    return addNew(now);
  }

  @Override
  public void restore() {
    begin();
    try {
      copy.invokeExact((Object) kept, base, (Object) null, address, (long) kept.length);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] read(byte[] into) {
    try {
      int length = size.getInt(null);
      byte[] bytes = into.length == length ? into : new byte[length];
      copy.invokeExact((Object) null, address, (Object) bytes, base, (long) length);
      return bytes;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean addNew(byte[] counters) {
    if (ever.length < counters.length) {
      ever = Arrays.copyOf(ever, counters.length);
    }
    boolean any = false;
    for (int i = 0; i < counters.length; i++) {
      if (counters[i] != 0 && ever[i] == 0) {
        ever[i] = 1;
        any = true;
      }
    }
    return any;
  }
}

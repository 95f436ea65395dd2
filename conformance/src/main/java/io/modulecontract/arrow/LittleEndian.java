package io.modulecontract.arrow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in an array, lowest byte first, at any position. */
final class LittleEndian {

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private LittleEndian() {}

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  static short i16(byte[] bytes, int at) {
    return (short) SHORTS.get(bytes, at);
  }

  static int i32(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static long i64(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static void put16(byte[] bytes, int at, int value) {
    SHORTS.set(bytes, at, (short) value);
  }

  static void put32(byte[] bytes, int at, int value) {
    INTS.set(bytes, at, value);
  }

  static void put64(byte[] bytes, int at, long value) {
    LONGS.set(bytes, at, value);
  }

  /** A number of 1, 2, 4 or 8 bytes, extended with its sign or with zeros. */
  static long number(byte[] bytes, int at, int width, boolean signed) {
    return switch (width) {
      case 1 -> signed ? bytes[at] : bytes[at] & 0xFFL;
      case 2 -> signed ? i16(bytes, at) : i16(bytes, at) & 0xFFFFL;
      case 4 -> signed ? i32(bytes, at) : i32(bytes, at) & 0xFFFF_FFFFL;
      default -> i64(bytes, at);
    };
  }

  static void putNumber(byte[] bytes, int at, int width, long value) {
    switch (width) {
      case 1 -> bytes[at] = (byte) value;
      case 2 -> put16(bytes, at, (int) value);
      case 4 -> put32(bytes, at, (int) value);
      default -> put64(bytes, at, value);
    }
  }
}

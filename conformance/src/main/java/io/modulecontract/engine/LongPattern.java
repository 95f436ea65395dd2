package io.modulecontract.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Patterns of eight bytes. In large areas ranges are copied and compared: a loop over mebibytes
 * runs in the JVM's interpreter when a check is the first to need it; these two never do.
 */
final class LongPattern {

  /** From so many bytes on, ranges are copied and compared instead of single words. */
  private static final int LARGE = 1 << 12;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private LongPattern() {}

  /** Writes the pattern over and over; the last repetition may be cut. */
  static void fill(byte[] bytes, int address, int length, long pattern) {
    if (length < Long.BYTES) {
      for (int i = 0; i < length; i++) {
        bytes[address + i] = (byte) (pattern >>> (i * Byte.SIZE));
      }
      return;
    }
    if (length >= LARGE) {
      LONG.set(bytes, address, pattern);
      repeat(bytes, address, length);
      return;
    }
    int last = address + length - Long.BYTES;
    for (int at = address; at < last; at += Long.BYTES) {
      LONG.set(bytes, at, pattern);
    }
    LONG.set(bytes, last, atTheEnd(pattern, length));
  }

  /** The offset of the first byte that is not the pattern's, or -1. */
  static int mismatch(byte[] bytes, int address, int length, long pattern) {
    if (length < Long.BYTES) {
      for (int i = 0; i < length; i++) {
        if (bytes[address + i] != (byte) (pattern >>> (i * Byte.SIZE))) {
          return i;
        }
      }
      return -1;
    }
    if (length >= LARGE && (long) LONG.get(bytes, address) == pattern) {
      return firstOther(bytes, address, length);
    }
    int last = address + length - Long.BYTES;
    for (int at = address; at < last; at += Long.BYTES) {
      long difference = (long) LONG.get(bytes, at) ^ pattern;
      if (difference != 0) {
        return at - address + Long.numberOfTrailingZeros(difference) / Byte.SIZE;
      }
    }
    long difference = (long) LONG.get(bytes, last) ^ atTheEnd(pattern, length);
    return difference == 0
        ? -1
        : length - Long.BYTES + Long.numberOfTrailingZeros(difference) / Byte.SIZE;
  }

  /**
   * What the last eight bytes of a filled area are. They may overlap the eight before: a loop over
   * single bytes, with its end that nobody can predict, took half of the time.
   */
  private static long atTheEnd(long pattern, int length) {
    return Long.rotateRight(pattern, length % Long.BYTES * Byte.SIZE);
  }

  /** Repeats the eight bytes that are written at an address up to a length. */
  private static void repeat(byte[] bytes, int address, int length) {
    for (int done = Long.BYTES; done < length; done *= 2) {
      System.arraycopy(bytes, address, bytes, address + done, Math.min(done, length - done));
    }
  }

  /** The offset of the first byte that is another than the one eight bytes before it, or -1. */
  private static int firstOther(byte[] bytes, int address, int length) {
    int end = address + length;
    int at = Arrays.mismatch(bytes, address, end - Long.BYTES, bytes, address + Long.BYTES, end);
    return at < 0 ? -1 : at + Long.BYTES;
  }
}

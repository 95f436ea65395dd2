package io.modulecontract.engine;

import java.util.Arrays;

/**
 * Patterns of eight bytes in large areas, by copying and comparing ranges. A loop over mebibytes
 * runs in the JVM's interpreter when a check is the first to need it; these two never do.
 */
final class LongPattern {

  private LongPattern() {}

  /** Repeats the eight bytes that are written at an address up to a length. */
  static void repeat(byte[] bytes, int address, int length) {
    for (int done = Long.BYTES; done < length; done *= 2) {
      System.arraycopy(bytes, address, bytes, address + done, Math.min(done, length - done));
    }
  }

  /** The offset of the first byte that is another than the one eight bytes before it, or -1. */
  static int firstOther(byte[] bytes, int address, int length) {
    int end = address + length;
    int at = Arrays.mismatch(bytes, address, end - Long.BYTES, bytes, address + Long.BYTES, end);
    return at < 0 ? -1 : at + Long.BYTES;
  }
}

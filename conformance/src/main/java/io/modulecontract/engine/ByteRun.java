package io.modulecontract.engine;

/**
 * One byte over and over. {@link java.util.Arrays#fill(byte[], int, int, byte)} is a loop until the
 * JVM has compiled it for good, and a guest's first seconds are over by then; copying is fast from
 * the first time on.
 */
final class ByteRun {

  /** So many bytes are set one by one. */
  private static final int SHORT = 1 << 5;

  /** What is copied at once stays in the nearest cache. */
  private static final int CACHED = 1 << 13;

  /** What nearly every run is: an area that is cleared. */
  private static final byte[] ZEROS = new byte[CACHED];

  private ByteRun() {}

  /** Sets the bytes from {@code from} up to {@code to}, which must be inside. */
  static void fill(byte[] bytes, int from, int to, byte value) {
    if (value == 0) {
      clear(bytes, from, to);
      return;
    }
    int first = Math.min(to, from + SHORT);
    for (int at = from; at < first; at++) {
      bytes[at] = value;
    }
    int done = first - from;
    for (int at = first; at < to; ) {
      int length = Math.min(to - at, Math.min(done, CACHED));
      System.arraycopy(bytes, from, bytes, at, length);
      at += length;
      done += length;
    }
  }

  private static void clear(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at += CACHED) {
      System.arraycopy(ZEROS, 0, bytes, at, Math.min(to - at, CACHED));
    }
  }
}

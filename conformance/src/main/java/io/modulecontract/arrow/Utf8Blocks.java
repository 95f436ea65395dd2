package io.modulecontract.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * Looks at text block by block. A block is copied four times, each copy a byte further back, into
 * arrays that stay in the processor's nearest cache: loops over such arrays are what the JVM makes
 * vector instructions of, on Java 17 as well. It does so for short loops only, therefore there are
 * two.
 */
final class Utf8Blocks {

  /** Bytes of a block. */
  static final int SIZE = 2048;

  /** So many bytes of the text lie before a block, at least. */
  static final int BEFORE = Long.BYTES;

  private static final int WORDS = SIZE / Long.BYTES;

  private final int from;
  private final LongBuffer[] shifted = new LongBuffer[4];
  private final long[][] copies = new long[4][WORDS];
  private final long[] wrong = new long[WORDS];

  /** For a text that begins here in the array; it has as many bytes as {@link #BEFORE}, or more. */
  Utf8Blocks(byte[] bytes, int from) {
    this.from = from + BEFORE;
    for (int back = 0; back < shifted.length; back++) {
      shifted[back] =
          ByteBuffer.wrap(bytes)
              .position(this.from - back)
              .slice()
              .order(ByteOrder.LITTLE_ENDIAN)
              .asLongBuffer();
    }
  }

  /** Looks at the block that begins at a place in the array; whole words of the text lie before. */
  void look(int at) {
    for (int back = 0; back < shifted.length; back++) {
      shifted[back].get((at - from) / Long.BYTES, copies[back]);
    }
    misplaced(wrong, copies[0], copies[1], copies[2], copies[3]);
    mismatched(wrong, copies[0], copies[1]);
  }

  private static void misplaced(
      long[] wrong, long[] words, long[] ones, long[] twos, long[] threes) {
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] |= Utf8Bits.misplaced(words[i], ones[i], twos[i], threes[i]);
    }
  }

  private static void mismatched(long[] wrong, long[] words, long[] ones) {
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] |= Utf8Bits.mismatched(words[i], ones[i]);
    }
  }

  /** What was found in all blocks so far; {@link Utf8Bits#HIGH} tells whether it is a flaw. */
  long found() {
    long found = 0;
    for (long words : wrong) {
      found |= words;
    }
    return found;
  }
}

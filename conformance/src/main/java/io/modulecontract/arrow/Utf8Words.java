package io.modulecontract.arrow;

import static io.modulecontract.arrow.Utf8Bits.HIGH;

import org.jspecify.annotations.Nullable;

/**
 * Whether bytes are UTF-8, without a branch for what they are: the answer of a guest is looked at
 * as a whole before a byte of it is believed. Where the first flaw lies is said by {@link Utf8}.
 */
final class Utf8Words {

  private static final int PLAIN = 4 * Long.BYTES;

  private Utf8Words() {}

  /** Up to where there are but one-byte characters: the end, or a place soon before another. */
  static int plain(byte[] bytes, int from, int to) {
    int at = from;
    while (to - at >= PLAIN && isPlain(bytes, at)) {
      at += PLAIN;
    }
    while (to - at >= Long.BYTES && (LittleEndian.i64(bytes, at) & HIGH) == 0) {
      at += Long.BYTES;
    }
    return to - at < Long.BYTES && (rest(bytes, at, to) & HIGH) == 0 ? to : at;
  }

  static boolean valid(byte[] bytes, int from, int to) {
    Utf8Blocks blocks = null;
    long wrong = 0;
    long before = 0;
    int at = from;
    while (to - at >= Long.BYTES) {
      if ((before & HIGH) == 0 && to - at >= PLAIN && isPlain(bytes, at)) {
        at += PLAIN;
        before = 0;
      } else if (to - at >= Utf8Blocks.SIZE && at - from >= Utf8Blocks.BEFORE) {
        blocks = blocks == null ? new Utf8Blocks(bytes, from) : blocks;
        blocks.look(at);
        at += Utf8Blocks.SIZE;
        before = LittleEndian.i64(bytes, at - Long.BYTES);
      } else {
        long word = LittleEndian.i64(bytes, at);
        wrong |= flaws(word, before);
        before = word;
        at += Long.BYTES;
      }
    }
    // Filled up with zeros, so that a character that is cut off lacks its rest.
    wrong |= flaws(rest(bytes, at, to), before) | found(blocks);
    return (wrong & HIGH) == 0;
  }

  private static long found(@Nullable Utf8Blocks blocks) {
    return blocks == null ? 0 : blocks.found();
  }

  /** Whether so many bytes are those of one-byte characters. */
  private static boolean isPlain(byte[] bytes, int at) {
    long all =
        LittleEndian.i64(bytes, at)
            | LittleEndian.i64(bytes, at + 8)
            | LittleEndian.i64(bytes, at + 16)
            | LittleEndian.i64(bytes, at + 24);
    return (all & HIGH) == 0;
  }

  private static long rest(byte[] bytes, int from, int to) {
    long rest = 0;
    for (int at = to - 1; at >= from; at--) {
      rest = (rest << 8) | (bytes[at] & 0xFF);
    }
    return rest;
  }

  private static long flaws(long word, long before) {
    if (((word | before) & HIGH) == 0) {
      return 0;
    }
    long one = (word << 8) | (before >>> 56);
    long two = (word << 16) | (before >>> 48);
    long three = (word << 24) | (before >>> 40);
    return Utf8Bits.misplaced(word, one, two, three) | Utf8Bits.mismatched(word, one);
  }
}

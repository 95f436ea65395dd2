package io.modulecontract.arrow;

/**
 * Whether bytes are UTF-8, eight at a time and without a branch for what they are: the answer of a
 * guest is looked at as a whole before a byte of it is believed. The rules are those of {@link
 * Utf8}, which says where the first flaw lies.
 *
 * <p>Each byte of a word stands for itself; a result is in its highest bit. The words {@code one},
 * {@code two} and {@code three} have at each place the byte that lies so many places before.
 */
final class Utf8Words {

  private static final long HIGH = 0x8080_8080_8080_8080L;
  private static final long LOW = ~HIGH;
  private static final long ONES = 0x0101_0101_0101_0101L;

  private static final int BLOCK = 4 * Long.BYTES;

  private Utf8Words() {}

  static boolean valid(byte[] bytes, int from, int to) {
    long wrong = 0;
    long before = 0;
    int at = from;
    while (to - at >= Long.BYTES) {
      if ((before & HIGH) == 0 && to - at >= BLOCK && plain(bytes, at)) {
        at += BLOCK;
        before = 0;
      } else {
        long word = LittleEndian.i64(bytes, at);
        wrong |= flaws(word, before);
        before = word;
        at += Long.BYTES;
      }
    }
    // Filled up with zeros, so that a character that is cut off lacks its rest.
    return (wrong | flaws(rest(bytes, at, to), before)) == 0;
  }

  /** Whether a block has no byte but those of one-byte characters. */
  private static boolean plain(byte[] bytes, int at) {
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
    long due = leads(one) | (leads(two) & (two << 2)) | fours(three);
    long there = word & ~(word << 1) & HIGH;
    return (due ^ there) | second(word, one) | never(word);
  }

  /** Where a character of several bytes begins. */
  private static long leads(long word) {
    return word & (word << 1) & HIGH;
  }

  /** Where one of four bytes begins, or would. */
  private static long fours(long word) {
    return leads(word) & (word << 2) & (word << 3);
  }

  /** Second bytes that make a character longer than needed, a surrogate, or more than U+10FFFF. */
  private static long second(long word, long one) {
    long bit5 = word << 2;
    long bits = bit5 | (word << 3);
    long tooLong = (is(one, 0xE0) & ~bit5) | (is(one, 0xF0) & ~bits);
    long tooGreat = (is(one, 0xED) & bit5) | (is(one, 0xF4) & bits);
    return tooLong | tooGreat;
  }

  /** Bytes that no text has: C0 and C1, and all from F5 on. */
  private static long never(long word) {
    long from5 = (word << 4) | ((word << 5) & ((word << 6) | (word << 7)));
    return is(word & ~ONES, 0xC0) | (fours(word) & from5);
  }

  private static long is(long word, long value) {
    long zero = word ^ (value * ONES);
    return ~(((zero & LOW) + LOW) | zero) & HIGH;
  }
}

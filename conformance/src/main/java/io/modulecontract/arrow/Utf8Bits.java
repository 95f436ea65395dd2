package io.modulecontract.arrow;

/**
 * What makes bytes no UTF-8, by arithmetic on eight of them at a time and without a branch: the
 * rules are those of {@link Utf8}.
 *
 * <p>Each byte of a word stands for itself, and a result is in its highest bit; the other bits mean
 * nothing. The words {@code one}, {@code two} and {@code three} have at each place the byte that
 * lies so many places before. Every sum stays within its byte, and shifts go to the left only, so
 * that nothing of another byte gets into a highest bit.
 */
final class Utf8Bits {

  /** The highest bits. */
  static final long HIGH = 0x8080_8080_8080_8080L;

  private static final long LOW = ~HIGH;
  private static final long ONES = 0x0101_0101_0101_0101L;

  private Utf8Bits() {}

  /** Bytes that go on with no character, or do not where one lacks its rest. */
  static long misplaced(long word, long one, long two, long three) {
    long due =
        (one & (one << 1))
            | (two & ((two & LOW) + 0x20 * ONES))
            | (three & ((three & LOW) + 0x10 * ONES));
    return due ^ (word & ~(word << 1));
  }

  /**
   * Bytes behind a first one that cannot be: behind C0, C1 and all from F5 on any byte; behind
   * others a second byte that makes the character longer than needed, a surrogate, or more than
   * U+10FFFF. A first byte at the end is found when a byte is put behind it.
   */
  static long mismatched(long word, long one) {
    long first = one & LOW;
    long bit5 = word << 2;
    long bits = bit5 | (word << 3);
    long right =
        (differs(first, 0x60) | bit5) // E0 needs A0 to BF
            & (differs(first, 0x6D) | ~bit5) // ED needs 80 to 9F
            & (differs(first, 0x70) | bits) // F0 needs 90 to BF
            & (differs(first, 0x74) | ~bits) // F4 needs 80 to 8F
            & (first + 0x3E * ONES) // C2 and more
            & ~(first + 0x0B * ONES); // F4 and less
    return one & (one << 1) & ~right;
  }

  /** Where the lower seven bits are not those of a number. */
  private static long differs(long low, long number) {
    return (low ^ (number * ONES)) + LOW;
  }
}

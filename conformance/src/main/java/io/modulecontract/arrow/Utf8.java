package io.modulecontract.arrow;

import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8, as RFC 3629 has it: no surrogates, nothing longer than needed. */
final class Utf8 {

  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private Utf8() {}

  /** Where the first byte lies that begins no character, or -1. */
  static int flaw(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (to - at >= 8 && (LittleEndian.i64(bytes, at) & HIGH_BITS) == 0) {
        at += 8;
      } else {
        int length = characterLength(bytes, at, to);
        if (length == 0) {
          return at;
        }
        at += length;
      }
    }
    return -1;
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whether a byte goes on with a character and begins none. */
  static boolean continues(byte value) {
    return (value & 0xC0) == 0x80;
  }

  /** How many bytes the character takes that begins here; 0 if none does. */
  static int characterLength(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (to - at < length || !secondFits(first, bytes[at + 1])) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if (!continues(bytes[at + i])) {
        return 0;
      }
    }
    return length;
  }

  private static boolean secondFits(int first, byte value) {
    int second = value & 0xFF;
    return switch (first) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> continues(value);
    };
  }
}

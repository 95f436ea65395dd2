package io.modulecontract.arrow;

import java.util.SplittableRandom;

/** Random text: every length class of UTF-8, and lengths around what views hold themselves. */
final class Texts {

  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz ABC 0123456789 .,\"\\\n\t";
  private static final int[] FIRST = {0x0, 0x80, 0x800, 0xE000, 0x10000};
  private static final int[] BEHIND = {0x80, 0x800, 0xD800, 0x10000, 0x110000};

  private Texts() {}

  static int length(SplittableRandom random) {
    return switch (random.nextInt(16)) {
      case 0, 1 -> 0;
      case 2 -> 12;
      case 3 -> 13;
      case 4 -> random.nextInt(300);
      default -> random.nextInt(24);
    };
  }

  static String random(SplittableRandom random) {
    int length = length(random);
    boolean plain = random.nextInt(3) > 0;
    if (plain) {
      char[] text = new char[length];
      for (int i = 0; i < length; i++) {
        text[i] = PLAIN.charAt(random.nextInt(PLAIN.length()));
      }
      return new String(text);
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int group = random.nextInt(FIRST.length);
      text.appendCodePoint(random.nextInt(FIRST[group], BEHIND[group]));
    }
    return text.toString();
  }
}

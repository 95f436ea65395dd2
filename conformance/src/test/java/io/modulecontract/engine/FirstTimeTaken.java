package io.modulecontract.engine;

import java.util.function.IntUnaryOperator;

/**
 * Comparisons as a compiled guest makes them: a call, and a branch on what it gives. One of two
 * branches is taken for the first time when the JVM has compiled both. A program of its own, for it
 * needs a JVM that compiles as well as it can; it prints what is wrong.
 */
final class FirstTimeTaken {

  private static final int OFTEN = 1_000_000;
  private static final int BELOW = 4;
  private static final int BETWEEN = 12;
  private static final int ABOVE = 20;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  private FirstTimeTaken() {}

  public static void main(String[] arguments) {
    compare("lt_u, not lt_u", FirstTimeTaken::lessAndNotLess, ABOVE);
    compare("not lt_u, lt_u", FirstTimeTaken::notLessAndLess, BELOW);
    compare("not ge_u, ge_u", FirstTimeTaken::notGreaterAndGreater, ABOVE);
    compare("ge_u, not ge_u", FirstTimeTaken::greaterAndNotGreater, BELOW);
    compare("le_u, gt_u", FirstTimeTaken::atMostAndMore, ABOVE);
    compare("gt_u, le_u", FirstTimeTaken::moreAndAtMost, BELOW);
  }

  private static void compare(String name, IntUnaryOperator sides, int first) {
    int seen = 0;
    // The JVM compiles meanwhile, and must be done before the end.
    for (int i = 0; i < OFTEN; i++) {
      seen |= sides.applyAsInt(BETWEEN) | both(i % 32);
    }
    int expected = first < BETWEEN ? LEFT : RIGHT;
    int found = sides.applyAsInt(first);
    if (seen != 0 || found != expected) {
      System.out.printf("%s of %d: expected %d, found %d%n", name, first, expected, found);
    }
  }

  /** The functions themselves have seen both answers, as they have in a guest. Always 0. */
  private static int both(int i) {
    int answers =
        GuestCode.ltU(i, 8)
            + GuestCode.ltU(i, 16)
            + GuestCode.geU(i, 8)
            + GuestCode.geU(i, 16)
            + GuestCode.leU(i, 7)
            + GuestCode.gtU(i, 15);
    return answers >>> 3;
  }

  private static int lessAndNotLess(int i) {
    for (int j = 0; j < 10; j++) {
      if (GuestCode.ltU(i, 8) != 0) {
        return LEFT;
      }
      if (GuestCode.ltU(i, 16) == 0) {
        return RIGHT;
      }
    }
    return 0;
  }

  private static int notLessAndLess(int i) {
    for (int j = 0; j < 10; j++) {
      if (GuestCode.ltU(i, 16) == 0) {
        return RIGHT;
      }
      if (GuestCode.ltU(i, 8) != 0) {
        return LEFT;
      }
    }
    return 0;
  }

  private static int notGreaterAndGreater(int i) {
    for (int j = 0; j < 10; j++) {
      if (GuestCode.geU(i, 8) == 0) {
        return LEFT;
      }
      if (GuestCode.geU(i, 16) != 0) {
        return RIGHT;
      }
    }
    return 0;
  }

  private static int greaterAndNotGreater(int i) {
    for (int j = 0; j < 10; j++) {
      if (GuestCode.geU(i, 16) != 0) {
        return RIGHT;
      }
      if (GuestCode.geU(i, 8) == 0) {
        return LEFT;
      }
    }
    return 0;
  }

  private static int atMostAndMore(int i) {
    for (int j = 0; j < 10; j++) {
      if (GuestCode.leU(i, 7) != 0) {
        return LEFT;
      }
      if (GuestCode.gtU(i, 15) != 0) {
        return RIGHT;
      }
    }
    return 0;
  }

  private static int moreAndAtMost(int i) {
    for (int j = 0; j < 10; j++) {
      if (GuestCode.gtU(i, 15) != 0) {
        return RIGHT;
      }
      if (GuestCode.leU(i, 7) != 0) {
        return LEFT;
      }
    }
    return 0;
  }
}

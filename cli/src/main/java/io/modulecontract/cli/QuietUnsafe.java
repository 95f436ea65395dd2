package io.modulecontract.cli;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/**
 * Arrow's memory lies outside the Java heap, and Arrow reaches it by way of {@code
 * sun.misc.Unsafe}. From version 24 on a JVM says once that this will go away: to the authors of
 * Arrow, but on the console of a user, who can do nothing about it. Here it is taken for said, for
 * which the jar's manifest opens the package. Where a JVM has no such method, it prints its
 * warning, and nothing else is different.
 */
final class QuietUnsafe {

  private static final int FIRST_THAT_WARNS = 24;

  private QuietUnsafe() {}

  /** Keeps the warning back, where there is one. */
  static void ask() {
    if (Runtime.version().feature() < FIRST_THAT_WARNS) {
      return;
    }
    try {
      Method said = Class.forName("sun.misc.Unsafe").getDeclaredMethod("trySetMemoryAccessWarned");
      said.setAccessible(true);
      said.invoke(null);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return; // the warning stays
    }
  }
}

package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a user is told about bytes that are not what they should be. */
final class Messages {

  /** So many characters a person can still read. */
  private static final int LONGEST = 1_000;

  private Messages() {}

  /** Something is said, it is no stack trace, and it does not repeat a whole file. */
  static void assertClear(Exception e) {
    assertClear(String.valueOf(e.getMessage()));
  }

  /** The same of a message. */
  static void assertClear(String message) {
    assertFalse(message.isBlank());
    assertFalse(message.contains("Exception"), message);
    assertTrue(message.length() <= LONGEST, () -> message.length() + " characters");
  }
}

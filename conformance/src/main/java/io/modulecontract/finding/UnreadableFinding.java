package io.modulecontract.finding;

/** A file is no finding; the message says where, what was expected and what was found. */
public final class UnreadableFinding extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFinding(String message) {
    super(message);
  }

  static UnreadableFinding at(String where, String expected, String found) {
    return new UnreadableFinding(where + ": expected " + expected + ", found " + found);
  }
}

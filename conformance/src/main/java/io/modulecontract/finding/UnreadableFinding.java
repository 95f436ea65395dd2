package io.modulecontract.finding;

/** A file is no finding; the message says where, what was expected and what was found. */
public final class UnreadableFinding extends Exception {

  private static final long serialVersionUID = 1L;

  /** So much of what a file says stands in a message, in characters. */
  private static final int MOST_SHOWN = 200;

  UnreadableFinding(String message) {
    super(message);
  }

  static UnreadableFinding at(String where, String expected, String found) {
    String shown = found.length() > MOST_SHOWN ? found.substring(0, MOST_SHOWN) + "…" : found;
    return new UnreadableFinding(where + ": expected " + expected + ", found " + shown);
  }
}

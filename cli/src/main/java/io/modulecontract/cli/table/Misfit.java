package io.modulecontract.cli.table;

/** A value that its column cannot take. */
final class Misfit extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 60;

  Misfit(String expected, String found) {
    super("expected " + expected + ", found " + cut(found));
  }

  private Misfit(String message, Misfit cause) {
    super(message, cause);
  }

  /** The same, seen from the value around it. */
  Misfit inside(String place) {
    return new Misfit(place + ": " + getMessage(), this);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) > MOST
        ? text.substring(0, text.offsetByCodePoints(0, MOST)) + "…"
        : text;
  }
}

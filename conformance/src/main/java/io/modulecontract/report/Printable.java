package io.modulecontract.report;

import java.util.stream.Collectors;

/**
 * Text from outside, made safe to look at. A module chooses its export names and its file name, and
 * a report must not let them move the cursor, hide text or turn its direction.
 */
public final class Printable {

  private Printable() {}

  /**
   * The text on one line, with every character that is not seen as itself written as an escape: a
   * backslash, a u and the code point in braces. What is printable already stays as it is.
   */
  public static String of(String text) {
    if (text.codePoints().allMatch(Printable::isPrintable)) {
      return text;
    }
    return text.codePoints()
        .mapToObj(point -> isPrintable(point) ? Character.toString(point) : escape(point))
        .collect(Collectors.joining());
  }

  /** Whether the code point can stand in any of the formats and shows as itself. */
  static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isNonCharacter(point);
    };
  }

  /** U+FFFE and its like: no text has them, and XML forbids the first two. */
  private static boolean isNonCharacter(int point) {
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u{" + Integer.toHexString(point) + "}";
    };
  }
}

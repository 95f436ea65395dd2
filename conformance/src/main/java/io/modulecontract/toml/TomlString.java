package io.modulecontract.toml;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes text as TOML does. */
public final class TomlString {

  private TomlString() {}

  /** A basic string on one line; what a reader would not see is written as an escape. */
  public static String of(String text) {
    return text.codePoints()
        .mapToObj(TomlString::character)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String character(int point) {
    String plain = Character.toString(point);
    if (point == '"' || point == '\\') {
      return "\\" + plain;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          String.format(Locale.ROOT, "\\U%08X", point);
      // Half a character, which no TOML has.
      case Character.SURROGATE -> "\uFFFD";
      default -> plain;
    };
  }
}

package io.modulecontract.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A word of a command line that a report shows. */
public final class ShellWord {

  private ShellWord() {}

  /** As a shell reads it; a name that a terminal would act on is written with escapes. */
  public static String of(String word) {
    if (word.matches("[A-Za-z0-9_./:+=@%,-]+")) {
      return word;
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      return "$'" + escaped(word) + "'";
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(String word) {
    StringBuilder escaped = new StringBuilder();
    word.codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              if (Character.isISOControl(point)) {
                // Three octal digits: no digit that follows in the name becomes a part of it.
                for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
                  escaped.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
                }
              } else {
                escaped.append(point == '\'' || point == '\\' ? "\\" : "").append(character);
              }
            });
    return escaped.toString();
  }
}

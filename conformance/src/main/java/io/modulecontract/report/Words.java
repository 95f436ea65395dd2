package io.modulecontract.report;

import io.modulecontract.verdict.Conclusion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Numbers as a person reads them, the same in every locale. */
final class Words {

  private static final long KIB = 1024;

  private Words() {}

  /** A number with its noun, such as {@code 1 operation} or {@code 2 operations}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A word as the start of a line. */
  static String title(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** How many modules ended how, such as {@code 2 conform, 1 does not conform}. */
  static String conclusions(List<Conclusion> all) {
    List<String> parts = new ArrayList<>();
    for (Conclusion conclusion : Conclusion.values()) {
      int number = Collections.frequency(all, conclusion);
      if (number > 0) {
        parts.add(number + " " + verb(conclusion, number == 1));
      }
    }
    return String.join(", ", parts);
  }

  private static String verb(Conclusion conclusion, boolean one) {
    return switch (conclusion) {
      case CONFORMS -> one ? "conforms" : "conform";
      case CONFORMS_BUT_FOR_KNOWN_FAILURES ->
          (one ? "conforms" : "conform") + " but for known failures";
      case BASELINE_OUT_OF_DATE -> "with a baseline out of date";
      case DOES_NOT_CONFORM -> one ? "does not conform" : "do not conform";
      case INCONCLUSIVE -> "inconclusive";
      case COULD_NOT_RUN -> "could not run";
    };
  }

  /** A duration, such as {@code 4.1 s} or {@code 38 ms}. */
  static String time(Duration duration) {
    long millis = duration.toMillis();
    return millis < 100 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  /** A file's size, such as {@code 90 KiB}. */
  static String size(long bytes) {
    if (bytes < KIB) {
      return count(bytes, "byte");
    }
    if (bytes < 10 * KIB * KIB) {
      return Math.round((double) bytes / KIB) + " KiB";
    }
    return String.format(Locale.ROOT, "%.1f MiB", (double) bytes / (KIB * KIB));
  }
}

package io.modulecontract.report;

import io.modulecontract.verdict.Conclusion;
import java.util.Locale;

/**
 * The sign in front of a line, for readers. It always comes with words: colour alone says nothing.
 */
enum Mark {
  /** It held. */
  PASSED("✔"),
  /** It is broken, and that counts. */
  BROKEN("✘"),
  /** It holds, and the baseline still excuses it: that counts, too. */
  STALE("✘"),
  /** It is broken, and that only warns. */
  WARNING("!"),
  /** It could not be decided. */
  UNDECIDED("?"),
  /** It is broken just as the baseline says. */
  KNOWN("="),
  /** It was not to be decided. */
  NOT_APPLICABLE("–");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  /** The mark of a conclusion. */
  static Mark of(Conclusion conclusion) {
    return switch (conclusion) {
      case CONFORMS -> PASSED;
      case CONFORMS_BUT_FOR_KNOWN_FAILURES -> KNOWN;
      case BASELINE_OUT_OF_DATE -> STALE;
      case DOES_NOT_CONFORM -> BROKEN;
      case INCONCLUSIVE, COULD_NOT_RUN -> UNDECIDED;
    };
  }

  /** The sign itself, one column wide. */
  String sign() {
    return sign;
  }

  /** The mark as a name for style sheets, such as {@code not-applicable}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The mark in words, such as {@code not applicable}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

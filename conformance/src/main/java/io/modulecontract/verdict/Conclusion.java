package io.modulecontract.verdict;

import io.modulecontract.spec.Level;
import java.util.Collection;
import java.util.List;

/** The verdict about a module or a run, from best to worst. */
public enum Conclusion {
  /** Every clause that applies was decided, and none that counts is broken. */
  CONFORMS(0, "conforms"),
  /** All that is broken and counts is in the baseline, just so. */
  CONFORMS_BUT_FOR_KNOWN_FAILURES(0, "conforms"),
  /** A MUST clause could not be decided. */
  INCONCLUSIVE(4, "inconclusive"),
  /** Nothing new that counts is broken, but the baseline says what is no longer so. */
  BASELINE_OUT_OF_DATE(1, "does-not-conform"),
  /** A MUST clause is broken, or under {@code --strict} a SHOULD clause. */
  DOES_NOT_CONFORM(1, "does-not-conform"),
  /** Nothing was decided: the file, a missing feature, or trouble of ours. */
  COULD_NOT_RUN(3, "could-not-run");

  private final int exitCode;
  private final String id;

  Conclusion(int exitCode, String id) {
    this.exitCode = exitCode;
    this.id = id;
  }

  /** The conclusion that a module's rows allow. */
  public static Conclusion of(List<ClauseResult> rows, boolean strict) {
    if (rows.stream().anyMatch(row -> row.counts(strict) && !row.known())) {
      return DOES_NOT_CONFORM;
    }
    if (rows.stream().anyMatch(ClauseResult::unlikePinned)) {
      return BASELINE_OUT_OF_DATE;
    }
    if (rows.stream().anyMatch(row -> row.undecided() && row.clause().level() == Level.MUST)) {
      return INCONCLUSIVE;
    }
    if (rows.stream().noneMatch(ClauseResult::decided)) {
      return COULD_NOT_RUN;
    }
    return rows.stream().anyMatch(row -> row.counts(strict))
        ? CONFORMS_BUT_FOR_KNOWN_FAILURES
        : CONFORMS;
  }

  /** The worst of several; with none there is nothing that ran. */
  public static Conclusion worst(Collection<Conclusion> conclusions) {
    return conclusions.stream().max(Conclusion::compareTo).orElse(COULD_NOT_RUN);
  }

  /** The exit code of the command line. */
  public int exitCode() {
    return exitCode;
  }

  /**
   * As the JSON report writes it, such as {@code does-not-conform}: one word for each exit code, so
   * that a reader who knows nothing of baselines takes each for what it is.
   */
  public String id() {
    return id;
  }

  /** As the console writes it, such as {@code DOES NOT CONFORM}. */
  public String words() {
    return name().replace('_', ' ');
  }
}

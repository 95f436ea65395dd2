package io.modulecontract.verdict;

import io.modulecontract.spec.Level;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The verdict about a module or a run, from best to worst. */
public enum Conclusion {
  /** Every clause that applies was decided, and none that counts is broken. */
  CONFORMS(0),
  /** A MUST clause could not be decided. */
  INCONCLUSIVE(4),
  /** A MUST clause is broken, or under {@code --strict} a SHOULD clause. */
  DOES_NOT_CONFORM(1),
  /** Nothing was decided: the file, a missing feature, or trouble of ours. */
  COULD_NOT_RUN(3);

  private final int exitCode;

  Conclusion(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The conclusion that a module's rows allow. */
  public static Conclusion of(List<ClauseResult> rows, boolean strict) {
    boolean broken =
        rows.stream()
            .anyMatch(row -> row.failed(Level.MUST) || (strict && row.failed(Level.SHOULD)));
    if (broken) {
      return DOES_NOT_CONFORM;
    }
    if (rows.stream().anyMatch(row -> row.undecided() && row.clause().level() == Level.MUST)) {
      return INCONCLUSIVE;
    }
    return rows.stream().anyMatch(ClauseResult::decided) ? CONFORMS : COULD_NOT_RUN;
  }

  /** The worst of several; with none there is nothing that ran. */
  public static Conclusion worst(Collection<Conclusion> conclusions) {
    return conclusions.stream().max(Conclusion::compareTo).orElse(COULD_NOT_RUN);
  }

  /** The exit code of the command line. */
  public int exitCode() {
    return exitCode;
  }

  /** As the JSON report writes it, such as {@code does-not-conform}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As the console writes it, such as {@code DOES NOT CONFORM}. */
  public String words() {
    return name().replace('_', ' ');
  }
}

package io.modulecontract.report;

import io.modulecontract.spec.Level;

/** What a CI server makes of a row. */
enum JunitResult {
  /**
   * A plain test case. A known failure is one, too, and says so in its output: as a skipped test it
   * would read as if nobody had looked.
   */
  PASSED,
  /** It fails the build. */
  FAILURE,
  /** It could not be decided, and should have been. */
  ERROR,
  /** It did not run, or nothing hangs on its decision. */
  SKIPPED;

  /** What becomes of this row. */
  static JunitResult of(Row row, boolean strict) {
    return switch (row.mark(strict)) {
      case PASSED, WARNING, KNOWN -> PASSED;
      case BROKEN, STALE -> FAILURE;
      case NOT_APPLICABLE -> SKIPPED;
      case UNDECIDED -> row.clause().level() == Level.MUST ? ERROR : SKIPPED;
    };
  }
}

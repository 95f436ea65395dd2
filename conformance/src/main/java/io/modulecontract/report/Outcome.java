package io.modulecontract.report;

import java.util.Locale;

/** What a report says about one clause; each verdict is one of these four. */
enum Outcome {
  /** The clause held. */
  PASSED,
  /** The guest fails the clause. */
  FAILED,
  /** The clause says nothing about this module, or was not asked for. */
  NOT_APPLICABLE,
  /** The clause could not be decided. */
  INCONCLUSIVE;

  /** As the JSON report writes it, such as {@code not-applicable}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.modulecontract.report;

import io.modulecontract.spec.Level;
import io.modulecontract.verdict.ClauseResult;
import java.util.ArrayList;
import java.util.List;

/**
 * How many clauses ended how.
 *
 * @param must broken MUST clauses
 * @param should broken SHOULD clauses
 * @param strict whether a broken SHOULD counts
 * @param ran clauses that were decided
 * @param notApplicable clauses that say nothing about the module
 * @param notAsked clauses that the user did not choose
 * @param undecided clauses that could not be decided
 */
record Tally(
    int must, int should, boolean strict, int ran, int notApplicable, int notAsked, int undecided) {

  /** Counts a module's rows. */
  static Tally of(ModuleView view) {
    List<ClauseResult> results = view.rows().stream().map(Row::result).toList();
    return new Tally(
        (int) results.stream().filter(result -> result.failed(Level.MUST)).count(),
        (int) results.stream().filter(result -> result.failed(Level.SHOULD)).count(),
        view.strict(),
        (int) results.stream().filter(ClauseResult::decided).count(),
        (int) view.marked(Mark.NOT_APPLICABLE).stream().filter(row -> !row.notAsked()).count(),
        (int) view.rows().stream().filter(Row::notAsked).count(),
        view.marked(Mark.UNDECIDED).size());
  }

  /** The counts as the parts of a line; zeros are left out, but not that of what ran. */
  List<String> words(String whyNot) {
    List<String> parts = new ArrayList<>();
    if (must > 0) {
      parts.add(must + " MUST broken");
    }
    if (should > 0) {
      parts.add(strict ? should + " SHOULD broken" : Words.count(should, "SHOULD warning"));
    }
    if (undecided > 0) {
      parts.add(undecided + " undecided");
    }
    String without = notApplicable > 0 ? ", " + notApplicable + " not applicable" + whyNot : "";
    String other = notAsked > 0 ? ", " + notAsked + " not asked for" : "";
    parts.add(Words.count(ran, "clause") + " ran" + without + other);
    return parts;
  }
}

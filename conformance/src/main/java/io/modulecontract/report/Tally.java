package io.modulecontract.report;

import io.modulecontract.spec.Level;
import io.modulecontract.verdict.ClauseResult;
import java.util.ArrayList;
import java.util.List;

/**
 * How many clauses ended how.
 *
 * @param must broken MUST clauses that are not known
 * @param should broken SHOULD clauses that are not known
 * @param known clauses that are broken as the baseline says
 * @param stale clauses that the baseline excuses, and that pass
 * @param strict whether a broken SHOULD counts
 * @param ran clauses that were decided
 * @param notApplicable clauses that say nothing about the module
 * @param notAsked clauses that the user did not choose
 * @param undecided clauses that could not be decided
 */
record Tally(
    int must,
    int should,
    int known,
    int stale,
    boolean strict,
    int ran,
    int notApplicable,
    int notAsked,
    int undecided) {

  /** Counts a module's rows. */
  static Tally of(ModuleView view) {
    List<ClauseResult> results = view.rows().stream().map(Row::result).toList();
    return new Tally(
        broken(results, Level.MUST),
        broken(results, Level.SHOULD),
        view.marked(Mark.KNOWN).size(),
        view.marked(Mark.STALE).size(),
        view.strict(),
        (int) results.stream().filter(ClauseResult::decided).count(),
        (int) view.marked(Mark.NOT_APPLICABLE).stream().filter(row -> !row.notAsked()).count(),
        (int) view.rows().stream().filter(Row::notAsked).count(),
        view.marked(Mark.UNDECIDED).size());
  }

  private static int broken(List<ClauseResult> results, Level level) {
    return (int) results.stream().filter(row -> row.failed(level) && !row.known()).count();
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
    if (stale > 0) {
      parts.add(stale + " stale in the baseline");
    }
    if (known > 0) {
      parts.add(Words.count(known, "known failure"));
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

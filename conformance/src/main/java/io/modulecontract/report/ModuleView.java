package io.modulecontract.report;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One module as every format shows it.
 *
 * @param module what was decided
 * @param rows a row for every clause, in the order of the specification
 * @param strict whether a broken SHOULD counts
 */
record ModuleView(ModuleResult module, List<Row> rows, boolean strict) {

  /** The views of a run's modules, in the order in which they were named. */
  static List<ModuleView> of(RunResult run) {
    return run.modules().stream().map(module -> of(module, run.strict())).toList();
  }

  /** The view of one module. */
  static ModuleView of(ModuleResult module, boolean strict) {
    return new ModuleView(module, rows(module), strict);
  }

  /** A clause without a result still gets its row, so that "did not run" can be seen. */
  private static List<Row> rows(ModuleResult module) {
    return Arrays.stream(Clause.values())
        .map(
            clause ->
                module.clauses().stream()
                    .filter(result -> result.clause() == clause)
                    .findFirst()
                    .orElseGet(() -> withoutResult(clause, module)))
        .map(Row::of)
        .toList();
  }

  private static ClauseResult withoutResult(Clause clause, ModuleResult module) {
    boolean ran = module.conclusion() != Conclusion.COULD_NOT_RUN;
    String why = ran ? "its check gave no result" : "the module could not run";
    Verdict verdict = new Verdict.Inconclusive(why);
    return new ClauseResult(clause, verdict, 0, 0, Duration.ZERO);
  }

  /** The rows that a reader sees under this mark. */
  List<Row> marked(Mark mark) {
    return rows.stream().filter(row -> row.mark(strict) == mark).toList();
  }

  /** The rows of one family. */
  List<Row> of(Family family) {
    return rows.stream().filter(row -> row.clause().family() == family).toList();
  }

  /** The rows of one family that the user asked for. */
  List<Row> asked(Family family) {
    return of(family).stream().filter(row -> !row.notAsked()).toList();
  }

  /** How many clauses of a family hold. */
  long passed(Family family) {
    return of(family).stream().filter(row -> row.outcome() == Outcome.PASSED).count();
  }

  /** The mark of a family: the one among its rows that needs a reader most. */
  Mark worst(Family family) {
    List<Mark> marks = of(family).stream().map(row -> row.mark(strict)).toList();
    return Stream.of(Mark.BROKEN, Mark.STALE, Mark.WARNING, Mark.UNDECIDED, Mark.KNOWN, Mark.PASSED)
        .filter(marks::contains)
        .findFirst()
        .orElse(Mark.NOT_APPLICABLE);
  }

  /** The rows that did not simply pass, the most urgent first. */
  List<Row> told() {
    return Stream.of(Mark.BROKEN, Mark.STALE, Mark.WARNING, Mark.UNDECIDED, Mark.KNOWN)
        .flatMap(mark -> marked(mark).stream())
        .toList();
  }

  /**
   * The same, and in one list those that are undecided for one reason: a guest that stops early
   * leaves dozens of them.
   */
  List<List<Row>> toldTogether() {
    Map<String, List<Row>> alike = new LinkedHashMap<>();
    for (Row row : told()) {
      String same = row.saysOnlyWhy() ? "why: " + row.reason() : row.clause().id();
      alike.computeIfAbsent(same, ignored -> new ArrayList<>()).add(row);
    }
    return List.copyOf(alike.values());
  }

  /**
   * What the checks came across of clauses that the user did not choose, as a sentence without its
   * final stop; empty when that is nothing.
   */
  String alsoSeen() {
    List<Row> seen = rows.stream().filter(Row::alsoSeen).toList();
    return seen.isEmpty()
        ? ""
        : Row.ids(seen) + " broken: not asked for, so neither confirmed nor counted";
  }

  /** Whether nothing could be decided about the module. */
  boolean couldNotRun() {
    return module.conclusion() == Conclusion.COULD_NOT_RUN;
  }

  /** Why the module could not run, else empty. */
  String reason() {
    if (!couldNotRun()) {
      return "";
    }
    return module.reason().isBlank() ? "no clause was decided" : module.reason();
  }

  /** The last part of the file's name. */
  String fileName() {
    String file = module.file();
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /**
   * What was counted, as the parts of a line; what did not happen is left out.
   *
   * @param whyNot what to say after the number of clauses that are not applicable
   */
  List<String> tally(String whyNot) {
    return Tally.of(this).words(whyNot);
  }
}

package io.modulecontract.report;

import io.modulecontract.spec.Family;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.util.List;
import java.util.stream.Collectors;

/** {@code summary.md}: the short form that a CI server shows beside a job. */
final class MarkdownReport implements ReportFormat {

  /** What Markdown, a table in it or HTML in it would read as more than text. */
  private static final String SPECIAL = "\\`*_{}[]<>#|~&@$";

  @Override
  public String fileName() {
    return "summary.md";
  }

  @Override
  public String render(RunResult run) {
    StringBuilder out = new StringBuilder();
    String title = "Module interop contract " + run.contract();
    out.append("## ").append(escape(title + ": " + run.conclusion().words())).append("\n\n");
    out.append("| | Module | Verdict | Counts | Time |\n|---|---|---|---|---:|\n");
    List<ModuleView> views = ModuleView.of(run);
    views.forEach(view -> line(out, view));
    out.append('\n').append(escape(ConsoleReport.settings(run))).append('\n');
    views.forEach(view -> details(out, view));
    return out.toString();
  }

  private static void line(StringBuilder out, ModuleView view) {
    ModuleResult module = view.module();
    String counts = view.couldNotRun() ? view.reason() : String.join(" · ", view.tally(""));
    cells(
        out,
        Mark.of(module.conclusion()).sign(),
        module.file(),
        module.conclusion().words(),
        counts,
        Words.time(module.duration()));
  }

  private static void details(StringBuilder out, ModuleView view) {
    if (view.couldNotRun()) {
      return;
    }
    out.append("\n### ").append(escape(view.fileName())).append("\n\n");
    out.append("| Family | Passed | Clauses with something to say |\n|---|---:|---|\n");
    for (Family family : Family.values()) {
      List<Row> rows = view.of(family);
      String others =
          rows.stream()
              .filter(row -> row.mark(view.strict()) != Mark.PASSED)
              .map(row -> row.clause().id() + " " + row.mark(view.strict()).words())
              .collect(Collectors.joining(", "));
      cells(out, family.title(), view.passed(family) + "/" + rows.size(), others);
    }
    if (!view.alsoSeen().isEmpty()) {
      out.append("\nAlso seen: ").append(escape(view.alsoSeen())).append(".\n");
    }
    for (List<Row> rows : view.toldTogether()) {
      Mark mark = rows.get(0).mark(view.strict());
      if (rows.size() == 1) {
        clause(out, rows.get(0), mark);
      } else {
        head(out, mark, Words.count(rows.size(), "clause") + ": " + Row.ids(rows));
        undecided(out, rows.get(0));
      }
    }
  }

  private static void clause(StringBuilder out, Row row, Mark mark) {
    String name = row.clause().id() + " " + row.clause().level();
    head(out, mark, name + ": " + row.clause().statement());
    if (row.outcome() == Outcome.INCONCLUSIVE) {
      undecided(out, row);
    }
    for (Field field : row.pinned()) {
      out.append("- ").append(field.label()).append(": ");
      out.append(escape(field.lines().get(0))).append('\n');
    }
    row.failure().ifPresent(failure -> failure(out, row, failure));
  }

  private static void head(StringBuilder out, Mark mark, String text) {
    out.append("\n#### ").append(escape(mark.sign() + " " + text)).append("\n\n");
  }

  private static void undecided(StringBuilder out, Row row) {
    out.append("- undecided: ").append(escape(row.reason())).append('\n');
  }

  private static void failure(StringBuilder out, Row row, Failure failure) {
    out.append("- expected: ").append(escape(failure.expected())).append('\n');
    out.append("- actual: ").append(escape(failure.actual())).append('\n');
    out.append("- look first: ").append(escape(row.clause().lookFirst())).append('\n');
    if (!failure.sequence().isEmpty()) {
      out.append("\nSequence of ").append(StepLines.length(failure)).append(":\n\n");
      // Indented, not fenced: no text can end it, for it never starts a line.
      StepLines.of(failure.sequence()).forEach(step -> code(out, step));
    }
    if (!failure.reproducer().isBlank()) {
      out.append("\nAgain:\n\n");
      failure.reproducer().lines().forEach(command -> code(out, command));
    }
  }

  private static void code(StringBuilder out, String line) {
    out.append("    ").append(Printable.of(line)).append('\n');
  }

  private static void cells(StringBuilder out, String... cells) {
    for (String cell : cells) {
      out.append("| ").append(escape(cell)).append(' ');
    }
    out.append("|\n");
  }

  /** Text that shows as itself: each special character behind a backslash. */
  private static String escape(String text) {
    return Printable.of(text)
        .codePoints()
        .mapToObj(Character::toString)
        .map(one -> SPECIAL.contains(one) ? "\\" + one : one)
        .collect(Collectors.joining())
        // A module's text must not become a link either.
        .replace("://", "\\://")
        .replace("www.", "www\\.");
  }
}

package io.modulecontract.report;

import io.modulecontract.report.Screen.Style;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One module's part of the console report. */
final class ConsoleModule {

  private static final int HASH_START = 4;
  private static final int FUNCTIONS_SHOWN = 3;
  private static final int MEASURED_COLUMN = 16;

  private ConsoleModule() {}

  /** What the module is, where one module is checked. */
  static void head(Screen screen, ModuleView view, RunResult run) {
    screen.add(Style.STRONG, ConsoleReport.title(run) + " · " + view.fileName());
    screen.add(identity(view.module())).end();
    if (!view.module().profile().isEmpty()) {
      screen.add("profile " + view.module().profile() + " · functions: " + functions(view)).end();
    }
    screen.add(ConsoleReport.settings(run)).end();
  }

  /** The one line about each of many modules, and why one could not run. */
  static void line(Screen screen, ModuleView view) {
    ModuleResult module = view.module();
    Mark mark = Mark.of(module.conclusion());
    screen.add(Style.of(mark), mark.sign()).add(" ").add(Style.STRONG, module.file());
    screen.add(identity(module) + " · ");
    screen.add(Style.of(mark), module.conclusion().words());
    if (view.couldNotRun()) {
      screen.end().fields(List.of(new Field("reason", List.of(view.reason()), true)));
      return;
    }
    view.tally("").forEach(part -> screen.add(" · " + part));
    screen.end();
  }

  /** The clauses of one of many modules that did not simply pass, under its name. */
  static void clauses(Screen screen, ModuleView view) {
    screen.add(Style.STRONG, view.module().file()).end();
    ConsoleClause.all(screen, view);
  }

  private static String identity(ModuleResult module) {
    if (module.sha256().isEmpty()) {
      return "";
    }
    int start = Math.min(HASH_START, module.sha256().length());
    String hash = module.sha256().substring(0, start);
    return " · " + Words.size(module.bytes()) + " · sha256 " + hash + "…";
  }

  private static String functions(ModuleView view) {
    List<ModuleResult.ShapedFunction> all = view.module().functions();
    if (all.isEmpty()) {
      return "none";
    }
    String shown =
        all.stream()
            .limit(FUNCTIONS_SHOWN)
            .map(function -> function.name() + " " + function.shape())
            .collect(Collectors.joining(", "));
    int left = all.size() - FUNCTIONS_SHOWN;
    return left > 0 ? shown + ", … " + left + " more" : shown;
  }

  /**
   * The line of one family; nothing when none of its clauses was asked for.
   *
   * @param again whether there was another line of it before
   */
  static void family(Screen screen, ModuleView view, Family family, boolean again) {
    List<Row> rows = view.asked(family);
    if (rows.isEmpty()) {
      return;
    }
    Mark mark = view.worst(family);
    String start =
        String.format(Locale.ROOT, " %-7s %2d/%-2d  ", family, view.passed(family), rows.size());
    screen.add(start).add(Style.of(mark), mark.sign());
    ids(rows, Mark.BROKEN, view).forEach(id -> screen.add("  ").add(Style.BAD, id));
    ids(rows, Mark.STALE, view).forEach(id -> screen.add("  ").add(Style.BAD, id + " stale"));
    String before = mark == Mark.WARNING ? "  " : "  ! ";
    ids(rows, Mark.WARNING, view).forEach(id -> screen.add(before).add(Style.WARN, id));
    counts(rows, view).forEach(part -> screen.add("  ").add(Style.FAINT, part));
    if (again) {
      screen.add("  ").add(Style.FAINT, "seen by a later check");
    }
    screen.end();
    rows.stream().filter(row -> !row.measured().isEmpty()).forEach(row -> measured(screen, row));
  }

  /** Under the line of its family. */
  private static void measured(Screen screen, Row row) {
    String start = " ".repeat(MEASURED_COLUMN) + row.clause().id() + "  ";
    screen.add(Style.FAINT, start).wrapped(start.length(), row.measured());
  }

  private static List<String> ids(List<Row> rows, Mark mark, ModuleView view) {
    return rows.stream()
        .filter(row -> row.mark(view.strict()) == mark)
        .map(row -> row.clause().id())
        .toList();
  }

  private static List<String> counts(List<Row> rows, ModuleView view) {
    List<String> parts = new ArrayList<>();
    for (Mark mark : List.of(Mark.KNOWN, Mark.NOT_APPLICABLE, Mark.UNDECIDED)) {
      int number = ids(rows, mark, view).size();
      if (number > 0) {
        parts.add(number + " " + mark.words());
      }
    }
    return parts;
  }
}

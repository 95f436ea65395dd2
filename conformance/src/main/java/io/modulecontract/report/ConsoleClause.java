package io.modulecontract.report;

import io.modulecontract.report.Screen.Style;
import java.util.List;

/** The blocks of the console report that are about one clause. */
final class ConsoleClause {

  private ConsoleClause() {}

  /**
   * A block for each clause of a module that did not simply pass, or for some that are alike, and a
   * line about those that the user did not choose.
   */
  static void all(Screen screen, ModuleView view) {
    boolean first = true;
    for (List<Row> rows : view.toldTogether()) {
      if (!first) {
        screen.end();
      }
      Mark mark = rows.get(0).mark(view.strict());
      if (rows.size() == 1) {
        block(screen, rows.get(0), mark);
      } else {
        together(screen, rows, mark);
      }
      first = false;
    }
    if (!view.alsoSeen().isEmpty()) {
      alsoSeen(first ? screen : screen.end(), view.alsoSeen());
    }
  }

  private static void alsoSeen(Screen screen, String what) {
    String name = "also seen";
    Mark mark = Mark.WARNING;
    screen.add(Style.of(mark), mark.sign()).add(" ").add(Style.STRONG, name).add("  ");
    screen.wrapped(mark.sign().length() + name.length() + 3, what);
  }

  private static void together(Screen screen, List<Row> rows, Mark mark) {
    screen.add(Style.of(mark), mark.sign()).add(" ");
    screen.add(Style.STRONG, Words.count(rows.size(), "clause")).end();
    screen.fields(Field.together(rows));
  }

  private static void block(Screen screen, Row row, Mark mark) {
    String name = row.clause().id() + " " + row.clause().level();
    screen.add(Style.of(mark), mark.sign()).add(" ").add(Style.STRONG, name).add("  ");
    screen.wrapped(mark.sign().length() + name.length() + 3, row.clause().statement());
    screen.fields(fields(row, mark));
  }

  /** What counts is told in full, what only warns in short. */
  private static List<Field> fields(Row row, Mark mark) {
    if (mark == Mark.STALE) {
      return row.pinned();
    }
    return row.failure()
        .filter(failure -> row.outcome() == Outcome.FAILED)
        .map(failure -> mark == Mark.BROKEN ? Field.all(row, failure) : Field.brief(row, failure))
        .orElseGet(() -> Field.undecided(row));
  }
}

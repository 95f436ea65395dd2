package io.modulecontract.report;

import io.modulecontract.report.Screen.Style;
import java.util.List;

/** The blocks of the console report that are about one clause. */
final class ConsoleClause {

  private ConsoleClause() {}

  /** A block for each clause of a module that did not simply pass. */
  static void all(Screen screen, ModuleView view) {
    boolean first = true;
    for (Row row : view.told()) {
      if (!first) {
        screen.end();
      }
      block(screen, row, row.mark(view.strict()));
      first = false;
    }
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

package io.modulecontract.report;

import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A labelled part of what is said about a failure, where a report is plain text.
 *
 * @param label what it is
 * @param lines its lines
 * @param prose whether a line may be wrapped; a command or a sequence may not
 */
record Field(String label, List<String> lines, boolean prose) {

  /** What a baseline says; empty where it says nothing. */
  static List<Field> pinned(Pin pin) {
    if (pin instanceof Pin.Known known) {
      return List.of(prose("known", known.reason()));
    }
    if (pin instanceof Pin.Different other) {
      return List.of(
          prose("baseline", "another failure is known: " + other.reason()),
          prose("known", "expected " + other.expected() + ", but " + other.actual()));
    }
    if (pin instanceof Pin.Stale stale) {
      return List.of(
          prose("baseline", "it passes now: take this entry out of the baseline"),
          prose("known", stale.reason()));
    }
    return pin instanceof Pin.Unseen unseen
        ? List.of(
            prose("baseline", "a failure is known, and was neither seen again nor found mended"),
            prose("known", unseen.reason()))
        : List.of();
  }

  /** All that an author needs to repair the module. */
  static List<Field> all(Row row, Failure failure) {
    List<Field> fields = new ArrayList<>();
    fields.add(prose("expected", failure.expected()));
    fields.add(prose("actual", failure.actual()));
    fields.addAll(row.pinned());
    if (!failure.sequence().isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add(StepLines.length(failure));
      lines.addAll(StepLines.of(failure.sequence()));
      fields.add(new Field("sequence", lines, false));
    }
    fields.add(prose("look first", row.clause().lookFirst()));
    fields.addAll(again(failure));
    fields.add(new Field("clause", List.of(Row.section(row.clause())), false));
    return fields;
  }

  /** The little that a warning says, and a failure that is known. */
  static List<Field> brief(Row row, Failure failure) {
    List<Field> fields = new ArrayList<>();
    fields.add(prose("actual", failure.actual()));
    fields.addAll(row.pinned());
    fields.add(prose("look first", row.clause().lookFirst()));
    fields.addAll(again(failure));
    return fields;
  }

  /** Why there is no decision, and what was seen all the same. */
  static List<Field> undecided(Row row) {
    List<Field> fields = new ArrayList<>();
    fields.add(prose("undecided", row.reason()));
    fields.addAll(row.pinned());
    row.failure()
        .ifPresent(
            seen -> {
              fields.add(prose("seen", seen.actual()));
              fields.add(prose("blame", "the " + seen.blame().name().toLowerCase(Locale.ROOT)));
              fields.addAll(again(seen));
            });
    return fields;
  }

  /** Several clauses that are undecided for one reason. */
  static List<Field> together(List<Row> rows) {
    return List.of(prose("clauses", Row.ids(rows)), prose("undecided", rows.get(0).reason()));
  }

  private static Field prose(String label, String text) {
    return new Field(label, List.of(Printable.of(text)), true);
  }

  private static List<Field> again(Failure failure) {
    List<String> commands =
        failure.reproducer().lines().filter(line -> !line.isBlank()).map(Printable::of).toList();
    return commands.isEmpty() ? List.of() : List.of(new Field("again", commands, false));
  }
}

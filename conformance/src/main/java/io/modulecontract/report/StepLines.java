package io.modulecontract.report;

import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A failing sequence as numbered lines, its notes in one column. */
final class StepLines {

  private static final int FIRST = 12;
  private static final int LAST = 6;
  private static final int NOTE_COLUMN_MIN = 24;
  private static final int NOTE_COLUMN_MAX = 56;

  private StepLines() {}

  /** How long the sequence is and was, such as {@code 2 operations (shrunk from 147)}. */
  static String length(Failure failure) {
    int now = failure.sequence().size();
    String before = failure.shrunkFrom() > now ? " (shrunk from " + failure.shrunkFrom() + ")" : "";
    return Words.count(now, "operation") + before;
  }

  /** The lines; of a long sequence only its start and its end. */
  static List<String> of(List<Step> steps) {
    int size = steps.size();
    int digits = String.valueOf(size).length();
    int column = noteColumn(steps);
    boolean cut = size > FIRST + LAST;
    List<String> lines = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      if (cut && index == FIRST) {
        int left = size - FIRST - LAST;
        lines.add(" ".repeat(digits + 2) + "… " + left + " more, all in report.json");
        index += left;
      }
      lines.add(line(index + 1, digits, column, steps.get(index)));
    }
    return lines;
  }

  private static int noteColumn(List<Step> steps) {
    int widest =
        steps.stream().mapToInt(step -> Printable.of(step.call()).length()).max().orElse(0);
    return Math.max(NOTE_COLUMN_MIN, Math.min(NOTE_COLUMN_MAX, widest + 2));
  }

  private static String line(int number, int digits, int column, Step step) {
    String call = Printable.of(step.call());
    String start = String.format(Locale.ROOT, "%" + digits + "d  ", number);
    if (step.note().isEmpty()) {
      return start + call;
    }
    String gap = " ".repeat(Math.max(2, column - call.length()));
    return start + call + gap + "<- " + Printable.of(step.note());
  }
}

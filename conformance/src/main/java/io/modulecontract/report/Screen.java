package io.modulecontract.report;

import java.util.List;
import java.util.Locale;

/**
 * Lines for a console. All text passes {@link Printable} here, so the only escape sequences in the
 * result are the colours, and these only when they were asked for.
 */
final class Screen {

  /** Where a labelled field's text starts. */
  private static final int FIELD_COLUMN = 15;

  private static final int NARROWEST = 40;

  private final StringBuilder out = new StringBuilder();
  private final boolean colours;
  private final int width;

  Screen(boolean colours, int width) {
    this.colours = colours;
    this.width = Math.max(NARROWEST, width);
  }

  /** How a piece of text stands out. */
  enum Style {
    /** As any text. */
    PLAIN(""),
    /** What the eye should find. */
    STRONG("1"),
    /** What is seldom needed. */
    FAINT("2"),
    /** Good news. */
    GOOD("32"),
    /** What is broken. */
    BAD("1;31"),
    /** What is not as it should be. */
    WARN("33");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    /** The style of a mark and its words. */
    static Style of(Mark mark) {
      return switch (mark) {
        case PASSED -> GOOD;
        case BROKEN, STALE -> BAD;
        case WARNING, UNDECIDED, KNOWN -> WARN;
        case NOT_APPLICABLE -> FAINT;
      };
    }
  }

  /** Adds text to the current line. */
  Screen add(String text) {
    out.append(Printable.of(text));
    return this;
  }

  /** Adds text that stands out to the current line. */
  Screen add(Style style, String text) {
    if (!colours || style.code.isEmpty()) {
      return add(text);
    }
    out.append("\u001b[").append(style.code).append('m');
    add(text);
    out.append("\u001b[0m");
    return this;
  }

  /** Ends the line. */
  Screen end() {
    out.append('\n');
    return this;
  }

  /** Adds text of which {@code used} columns are taken already, wrapped under its own start. */
  Screen wrapped(int used, String text) {
    List<String> lines = Wrap.lines(Printable.of(text), Math.max(NARROWEST / 2, width - used));
    for (int i = 0; i < lines.size(); i++) {
      add(i == 0 ? lines.get(i) : " ".repeat(used) + lines.get(i)).end();
    }
    return this;
  }

  /** Adds labelled fields, their texts in one column. */
  Screen fields(List<Field> fields) {
    for (Field field : fields) {
      add(Style.FAINT, String.format(Locale.ROOT, "    %-10s ", field.label()));
      for (int i = 0; i < field.lines().size(); i++) {
        String line = field.lines().get(i);
        add(i == 0 ? "" : " ".repeat(FIELD_COLUMN));
        if (field.prose()) {
          wrapped(FIELD_COLUMN, line);
        } else {
          add(line).end();
        }
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

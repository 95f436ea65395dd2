package io.modulecontract.cli.table;

import io.modulecontract.arrow.BatchView;
import io.modulecontract.arrow.ColumnView;
import io.modulecontract.arrow.StreamView;
import io.modulecontract.report.Printable;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** A table as a person reads it: columns in line, the first rows, how many there are. */
public final class TableText {

  private static final String BETWEEN = " \u2502 ";
  private static final int NARROWEST = 6;

  private TableText() {}

  /**
   * The lines of a table.
   *
   * @param most how many rows are shown
   * @param width of the terminal, in characters
   */
  public static String of(StreamView table, int most, int width) {
    List<Field> fields = table.schema().columns();
    List<List<String>> lines = new ArrayList<>();
    lines.add(fields.stream().map(field -> Printable.of(field.getName())).toList());
    for (BatchView batch : table.batches()) {
      for (int row = 0; row < batch.rows() && lines.size() <= most; row++) {
        lines.add(cells(batch, row));
      }
    }
    int shown = lines.size() - 1;
    int columns = Math.min(fields.size(), Math.max(1, width / (NARROWEST + BETWEEN.length())));
    int[] widths = widths(lines, columns, width - BETWEEN.length() * (columns - 1));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size() && columns > 0; i++) {
      line(text, lines.get(i), widths, fields);
      if (i == 0) {
        rule(text, widths);
      }
    }
    return text.append(summary(table, shown, fields.size() - columns)).toString();
  }

  private static List<String> cells(BatchView batch, int row) {
    return batch.columns().stream().map((ColumnView column) -> column.shown(row)).toList();
  }

  private static String summary(StreamView table, int shown, int hidden) {
    String nl = System.lineSeparator();
    String rows = table.rows() == 1 ? "1 row" : table.rows() + " rows";
    int batches = table.batches().size();
    return rows
        + (shown < table.rows() ? ", the first " + shown + " shown (--rows N shows more)" : "")
        + (hidden > 0 ? ", " + hidden + " columns not shown" : "")
        + " \u00b7 "
        + (batches == 1 ? "1 batch" : batches + " batches")
        + nl
        + "columns: "
        + Printable.of(table.schema().summary())
        + nl;
  }

  /** As wide as what is in them; when that is too much, the widest are cut. */
  private static int[] widths(List<List<String>> lines, int columns, int room) {
    int[] widths = new int[columns];
    int all = 0;
    for (int i = 0; i < columns; i++) {
      for (List<String> line : lines) {
        widths[i] = Math.max(widths[i], length(line.get(i)));
      }
      all += widths[i];
    }
    for (; all > room; all--) {
      int widest = 0;
      for (int i = 1; i < columns; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static void line(
      StringBuilder text, List<String> cells, int[] widths, List<Field> fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      String room = " ".repeat(widths[i] - length(cell));
      line.append(i == 0 ? "" : BETWEEN)
          .append(isNumber(fields.get(i)) ? room + cell : cell + room);
    }
    text.append(line.toString().stripTrailing()).append(System.lineSeparator());
  }

  private static void rule(StringBuilder text, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      text.append(i == 0 ? "" : "\u2500\u253c\u2500").append("\u2500".repeat(widths[i]));
    }
    text.append(System.lineSeparator());
  }

  private static boolean isNumber(Field field) {
    ArrowType type = field.getType();
    return type instanceof ArrowType.Int
        || type instanceof ArrowType.FloatingPoint
        || type instanceof ArrowType.Decimal;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "\u2026";
  }
}

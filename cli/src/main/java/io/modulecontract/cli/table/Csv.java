package io.modulecontract.cli.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values as RFC 4180 has them: a first row of names, quotes around cells that hold
 * commas, quotes or ends of lines. An empty cell without quotes is no value.
 */
final class Csv {

  /**
   * A cell.
   *
   * @param text its content
   * @param quoted whether it stood in quotes
   */
  record Cell(String text, boolean quoted) {}

  /**
   * A row.
   *
   * @param line where it begins, counted from 1
   * @param cells what is in it
   */
  record Row(int line, List<Cell> cells) {}

  private final String source;
  private final String text;
  private int at;
  private int line = 1;

  private Csv(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /** All rows, the names first. Lines without any character are passed over. */
  static List<Row> rows(String source, String text) throws WrongTable {
    Csv csv = new Csv(source, text.startsWith("\ufeff") ? text.substring(1) : text);
    List<Row> rows = new ArrayList<>();
    while (csv.at < csv.text.length()) {
      if (!csv.endOfLine()) {
        rows.add(csv.row());
      }
    }
    return rows;
  }

  private Row row() throws WrongTable {
    int begins = line;
    List<Cell> cells = new ArrayList<>();
    cells.add(cell(1));
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell(cells.size() + 1));
    }
    if (at < text.length() && !endOfLine()) {
      throw wrong(cells.size(), "a comma or the end of the line behind the quotes", shown(at));
    }
    return new Row(begins, cells);
  }

  private Cell cell(int column) throws WrongTable {
    return at < text.length() && text.charAt(at) == '"' ? quoted(column) : plain(column);
  }

  private Cell plain(int column) throws WrongTable {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw wrong(column, "quotes around the whole cell", "quotes within");
      }
      at++;
    }
    return new Cell(text.substring(from, at), false);
  }

  private Cell quoted(int column) throws WrongTable {
    int begins = line;
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next != '"') {
        content.append(next);
        line += next == '\n' ? 1 : 0;
      } else if (at < text.length() && text.charAt(at) == '"') {
        content.append('"');
        at++;
      } else {
        return new Cell(content.toString(), true);
      }
    }
    throw new WrongTable(
        source,
        "line " + begins + ", column " + column + ": expected closing quotes, found the end");
  }

  /** Takes the end of a line when it is here. */
  private boolean endOfLine() {
    if (text.startsWith("\r\n", at)) {
      at += 2;
    } else if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
      at++;
    } else {
      return false;
    }
    line++;
    return true;
  }

  private String shown(int place) {
    return "'" + Character.toString(text.codePointAt(place)) + "'";
  }

  private WrongTable wrong(int column, String expected, String found) {
    return new WrongTable(
        source,
        "line " + line + ", column " + column + ": expected " + expected + ", found " + found);
  }
}

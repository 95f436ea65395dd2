package io.modulecontract.cli.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.arrow.JsonRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows as lines of CSV under a line of names. */
final class CsvRows {

  private CsvRows() {}

  /** Names and rows. Every value is a text still, and an empty cell without quotes is none. */
  static Named read(String source, String text) throws WrongTable {
    List<Csv.Row> rows = Csv.rows(source, text);
    if (rows.isEmpty()) {
      throw new WrongTable(source, "line 1: expected the names of the columns, found nothing");
    }
    List<String> names = names(source, rows.get(0));
    List<JsonRow> objects = new ArrayList<>();
    for (Csv.Row row : rows.subList(1, rows.size())) {
      if (row.cells().size() != names.size()) {
        throw new WrongTable(
            source,
            "line "
                + row.line()
                + ": expected "
                + names.size()
                + " columns, found "
                + row.cells().size());
      }
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < names.size(); i++) {
        Csv.Cell cell = row.cells().get(i);
        if (cell.text().isEmpty() && !cell.quoted()) {
          object.putNull(names.get(i));
        } else {
          object.put(names.get(i), cell.text());
        }
      }
      objects.add(new JsonRow(row.line(), object));
    }
    return new Named(names, objects);
  }

  private static List<String> names(String source, Csv.Row row) throws WrongTable {
    Set<String> names = new LinkedHashSet<>();
    for (Csv.Cell cell : row.cells()) {
      if (!names.add(cell.text())) {
        throw new WrongTable(
            source,
            "line 1, column "
                + (names.size() + 1)
                + ": expected a name of its own for each column, found `"
                + cell.text()
                + "` again");
      }
    }
    return List.copyOf(names);
  }

  /**
   * What was read.
   *
   * @param names of the columns, in the file's order
   * @param rows the lines behind them
   */
  record Named(List<String> names, List<JsonRow> rows) {}
}

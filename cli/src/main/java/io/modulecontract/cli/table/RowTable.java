package io.modulecontract.cli.table;

import io.modulecontract.arrow.JsonRow;
import io.modulecontract.arrow.JsonRows;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnreadableRows;
import io.modulecontract.arrow.UnsupportedSchema;
import io.modulecontract.arrow.UnwritableTable;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * Makes a stream of rows that a user wrote.
 *
 * @param source what to call them in messages
 * @param allText whether every value is given as text, as in CSV
 */
record RowTable(String source, boolean allText) {

  private static final int BATCH = 65_536;

  /** The stream; without a schema one is inferred, and the answer says so. */
  NamedStream stream(List<JsonRow> rows, Optional<TableSchema> declared) throws WrongTable {
    TableSchema schema = declared.isPresent() ? declared.get() : inferred(rows);
    byte[] stream;
    try {
      Table table = JsonRows.table(schema, allText ? CsvCells.typed(rows, schema.columns()) : rows);
      stream =
          StreamWriter.write(
              table.rowCount() > BATCH ? table.inBatchesOf(BATCH) : table, StreamLayout.PLAIN);
    } catch (UnreadableRows | UnwritableTable e) {
      throw new WrongTable(source, String.valueOf(e.getMessage()));
    }
    Optional<String> assumed =
        declared.isPresent() ? Optional.empty() : Optional.of(source + ": " + schema.summary());
    return NamedStream.of(source, stream, assumed);
  }

  private TableSchema inferred(List<JsonRow> rows) throws WrongTable {
    if (rows.isEmpty()) {
      throw new WrongTable(source, "no schema can be inferred: there are no rows");
    }
    try {
      return TableSchema.of(new Inference(allText).of(rows.stream().map(JsonRow::values).toList()));
    } catch (UnsupportedSchema e) {
      throw new WrongTable(source, String.valueOf(e.getMessage()));
    } catch (Misfit e) {
      throw new WrongTable(source, "no schema can be inferred: " + e.getMessage());
    }
  }

  /** That the names of CSV are those of the columns, and that cells can give all of them. */
  void requireColumns(List<String> names, TableSchema schema) throws WrongTable {
    List<String> columns = schema.columns().stream().map(Field::getName).toList();
    if (!columns.containsAll(names) || !names.containsAll(columns)) {
      throw new WrongTable(source, "line 1: expected the columns " + columns + ", found " + names);
    }
    for (Field column : schema.columns()) {
      if (CsvCells.isNested(column)) {
        throw new WrongTable(
            source,
            "column `"
                + column.getName()
                + "`: expected a type that cells of CSV can give, found "
                + column.getType()
                + ": use JSON lines or an Arrow stream");
      }
    }
  }
}

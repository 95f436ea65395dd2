package io.modulecontract.cli.table;

import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnsupportedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a stream of rows that a user wrote.
 *
 * @param source what to call them in messages
 * @param allText whether every value is given as text, as in CSV
 */
record RowTable(String source, boolean allText) {

  private static final int BATCH = 65_536;

  /** The stream; without a schema one is inferred, and the answer says so. */
  NamedStream stream(List<SourceRow> rows, Optional<Schema> declared) throws WrongTable {
    TableSchema schema = schema(rows, declared);
    List<List<@Nullable Object>> values = new ArrayList<>();
    Values made = new Values(allText);
    for (SourceRow row : rows) {
      try {
        values.add(made.row(schema.columns(), row.values()));
      } catch (Misfit e) {
        throw new WrongTable(source, row.place() + ", " + e.getMessage());
      }
    }
    Table table = Table.ofRows(schema, values);
    byte[] stream =
        StreamWriter.write(
            values.size() > BATCH ? table.inBatchesOf(BATCH) : table, StreamLayout.PLAIN);
    Optional<String> assumed =
        declared.isPresent() ? Optional.empty() : Optional.of(source + ": " + schema.summary());
    return NamedStream.of(source, stream, assumed);
  }

  private TableSchema schema(List<SourceRow> rows, Optional<Schema> declared) throws WrongTable {
    try {
      Schema schema =
          declared.isPresent()
              ? declared.get()
              : new Inference(allText).of(rows.stream().map(SourceRow::values).toList());
      return TableSchema.of(schema);
    } catch (UnsupportedSchema e) {
      throw new WrongTable(source, String.valueOf(e.getMessage()));
    } catch (Misfit e) {
      throw new WrongTable(source, "no schema can be inferred: " + e.getMessage());
    }
  }

  /** That names and columns are the same, where a schema says which columns there are. */
  void requireNames(List<String> names, Schema schema) throws WrongTable {
    List<String> columns = schema.getFields().stream().map(Field::getName).toList();
    List<String> missing = columns.stream().filter(name -> !names.contains(name)).toList();
    List<String> more = names.stream().filter(name -> !columns.contains(name)).toList();
    if (!missing.isEmpty() || !more.isEmpty()) {
      throw new WrongTable(source, "line 1: expected the columns " + columns + ", found " + names);
    }
  }
}

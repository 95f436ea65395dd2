package io.modulecontract.benchmarks;

import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnsupportedSchema;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** What the reference module {@code documents} takes. */
final class Documents {

  static final String FUNCTION = "wasm_memory_process_data_arrow";
  static final int COLUMNS = 5;

  private Documents() {}

  /** The columns of its data. */
  static TableSchema schema() throws UnsupportedSchema {
    ArrowType number = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    ArrowType time = new ArrowType.Timestamp(TimeUnit.SECOND, "+00:00");
    return TableSchema.of(
        new Schema(
            List.of(
                new Field("id", FieldType.notNullable(new ArrowType.Int(64, false)), null),
                new Field("content", FieldType.notNullable(ArrowType.Utf8.INSTANCE), null),
                new Field("title", FieldType.nullable(ArrowType.Utf8.INSTANCE), null),
                new Field("date", FieldType.notNullable(time), null),
                new Field("score", FieldType.nullable(number), null))));
  }

  /** A stream with its command. */
  static byte[] command(String command) throws UnsupportedSchema {
    ArrowType text = ArrowType.Utf8.INSTANCE;
    Field filename = new Field("filename", FieldType.notNullable(text), null);
    TableSchema meta =
        TableSchema.of(
            new Schema(
                List.of(
                    new Field("command", FieldType.notNullable(text), null),
                    new Field(
                        "config",
                        FieldType.notNullable(ArrowType.Struct.INSTANCE),
                        List.of(filename)))));
    Table row = Table.ofRows(meta, List.of(List.of(command, List.of("a.txt"))));
    return StreamWriter.write(row, StreamLayout.PLAIN);
  }
}

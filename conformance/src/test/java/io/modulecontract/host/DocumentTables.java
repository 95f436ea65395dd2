package io.modulecontract.host;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampSecTZVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Tables for the module {@code documents}. */
final class DocumentTables {

  static final String FUNCTION = "wasm_memory_process_data_arrow";

  private static final Schema META =
      new Schema(
          List.of(
              field("command", new ArrowType.Utf8(), false),
              new Field(
                  "config",
                  new FieldType(false, new ArrowType.Struct(), null),
                  List.of(field("filename", new ArrowType.Utf8(), false)))));

  private static final Schema DATA =
      new Schema(
          List.of(
              field("id", new ArrowType.Int(64, false), false),
              field("content", new ArrowType.Utf8(), false),
              field("title", new ArrowType.Utf8(), true),
              field("date", new ArrowType.Timestamp(TimeUnit.SECOND, "+00:00"), false),
              field("score", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE), true)));

  private DocumentTables() {}

  private static Field field(String name, ArrowType type, boolean nullable) {
    return new Field(name, new FieldType(nullable, type, null), List.of());
  }

  static VectorSchemaRoot meta(String command, BufferAllocator allocator) {
    VectorSchemaRoot meta = VectorSchemaRoot.create(META, allocator);
    ((VarCharVector) meta.getVector("command")).setSafe(0, utf8(command));
    StructVector config = (StructVector) meta.getVector("config");
    config.setIndexDefined(0);
    ((VarCharVector) config.getChild("filename")).setSafe(0, utf8("a.txt"));
    meta.setRowCount(1);
    return meta;
  }

  /** Row i has the id {@code from + i}; every third title and every second score is missing. */
  static void fill(VectorSchemaRoot data, int from, int rows) {
    data.allocateNew();
    for (int i = 0; i < rows; i++) {
      int id = from + i;
      ((UInt8Vector) data.getVector("id")).setSafe(i, id);
      ((VarCharVector) data.getVector("content")).setSafe(i, utf8("größe " + id));
      if (id % 3 != 0) {
        ((VarCharVector) data.getVector("title")).setSafe(i, utf8("title " + id));
      }
      ((TimeStampSecTZVector) data.getVector("date")).setSafe(i, id);
      if (id % 2 == 0) {
        ((Float8Vector) data.getVector("score")).setSafe(i, id / 10.0);
      }
    }
    data.setRowCount(rows);
  }

  static VectorSchemaRoot data(int rows, BufferAllocator allocator) {
    VectorSchemaRoot data = VectorSchemaRoot.create(DATA, allocator);
    fill(data, 0, rows);
    return data;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

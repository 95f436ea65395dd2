package io.modulecontract.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modulecontract.abi.U32;
import io.modulecontract.host.Area;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** The streams that {@code arrow_rows} takes: a command, and a table with a row for each line. */
final class LinesTable {

  private static final Schema META =
      new Schema(
          List.of(new Field("command", FieldType.notNullable(ArrowType.Utf8.INSTANCE), null)));
  private static final Schema DATA =
      new Schema(
          List.of(
              new Field("id", FieldType.notNullable(new ArrowType.Int(64, false)), null),
              new Field(
                  "score",
                  FieldType.nullable(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
                  null),
              new Field("text", FieldType.nullable(ArrowType.Utf8.INSTANCE), null)));

  private LinesTable() {}

  static byte[] command(String command) throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.create(META, allocator)) {
      ((VarCharVector) root.getVector("command")).setSafe(0, command.getBytes(UTF_8));
      root.setRowCount(1);
      return stream(root);
    }
  }

  static byte[] of(String text) throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.create(DATA, allocator)) {
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        ((UInt8Vector) root.getVector("id")).setSafe(i, i);
        ((Float8Vector) root.getVector("score")).setSafe(i, i / 2.0);
        ((VarCharVector) root.getVector("text")).setSafe(i, lines.get(i).getBytes(UTF_8));
      }
      root.setRowCount(lines.size());
      return stream(root);
    }
  }

  /** The area that a pair names. */
  static Area named(byte[] pair) {
    ByteBuffer numbers = ByteBuffer.wrap(pair).order(ByteOrder.LITTLE_ENDIAN);
    return new Area(U32.of(numbers.getInt(0)), U32.of(numbers.getInt(4)));
  }

  private static byte[] stream(VectorSchemaRoot root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArrowStreamWriter writer = new ArrowStreamWriter(root, null, bytes)) {
      writer.start();
      writer.writeBatch();
      writer.end();
    }
    return bytes.toByteArray();
  }
}

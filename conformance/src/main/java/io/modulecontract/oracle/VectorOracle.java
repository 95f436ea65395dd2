package io.modulecontract.oracle;

import io.modulecontract.arrow.Batch;
import io.modulecontract.arrow.Blob;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableComparison;
import io.modulecontract.arrow.ValueText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Whether Arrow's own library reads a stream as the suite does. It is asked for its values where
 * these are plain, and to write what it read: that must be the same table again. The library
 * believes what it reads: only streams that were found to be sound may be given to it.
 */
public final class VectorOracle {

  private VectorOracle() {}

  /**
   * Where the two disagree; empty where they do not.
   *
   * @param stream a whole stream
   * @param ours what the suite read from it
   */
  public static Optional<String> disagreement(byte[] stream, Table ours) {
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    try (RootAllocator allocator = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      try (ArrowStreamWriter writer = new ArrowStreamWriter(root, reader, again)) {
        writer.start();
        int batch = 0;
        while (reader.loadNextBatch()) {
          Optional<String> wrong =
              batch < ours.batches().size()
                  ? values(ours, batch, root)
                  : Optional.of("more than " + batch + " batches");
          if (wrong.isPresent()) {
            return wrong;
          }
          writer.writeBatch();
          batch++;
        }
        writer.end();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.of("the library does not read it: " + e);
    }
    return StreamReader.read(again.toByteArray()) instanceof SoundStream written
        ? TableComparison.difference(ours, written.table())
        : Optional.of("what the library wrote is no stream");
  }

  private static Optional<String> values(Table table, int number, VectorSchemaRoot root) {
    Batch batch = table.batches().get(number);
    String place = "batch " + (number + 1);
    if (root.getRowCount() != batch.rows()) {
      return Optional.of(place + ": " + batch.rows() + " rows, or " + root.getRowCount());
    }
    for (int i = 0; i < batch.columns().size(); i++) {
      if (table.tableSchema().columns().get(i).getDictionary() == null) {
        Optional<String> wrong = values(table, i, batch, root.getVector(i));
        if (wrong.isPresent()) {
          return wrong.map(values -> place + ", " + values);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> values(Table table, int column, Batch batch, FieldVector vector) {
    List<@Nullable Object> values = batch.columns().get(column);
    for (int row = 0; row < batch.rows(); row++) {
      Object theirs = vector.getObject(row);
      if (!agree(values.get(row), theirs)) {
        String ours = ValueText.of(table.tableSchema(), column, values.get(row));
        return Optional.of(
            "row " + row + ", column `" + vector.getName() + "`: " + ours + ", or " + theirs);
      }
    }
    return Optional.empty();
  }

  /** Values of one class are equal or not; those that the library gives in another are left out. */
  private static boolean agree(@Nullable Object ours, @Nullable Object theirs) {
    if (ours == null || theirs == null) {
      return ours == theirs;
    }
    if (ours instanceof String text) {
      return text.equals(theirs.toString());
    }
    if (ours instanceof Blob blob && theirs instanceof byte[] bytes) {
      return blob.equals(Blob.of(bytes));
    }
    return ours.getClass() != theirs.getClass() || ours.equals(theirs);
  }
}

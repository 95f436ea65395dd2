package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.junit.jupiter.api.Test;

/** Reader and writer beside Arrow's own Java classes, for every type that these know. */
class ArrowVectorTest {

  private static final TableSchema ALL = Schemas.of(Schemas.allTypes());
  private static final int RANDOM_TABLES = 50;

  @Test
  void readsWhatWasWrittenHereAndWritesWhatIsReadHere() throws IOException {
    for (GeneratedTable made : tables(ALL, new SplittableRandom())) {
      bothWays(made, StreamLayout.PLAIN);
      bothWays(made, StreamLayout.WIDE);
    }
  }

  @Test
  void agreesOnDocuments() throws IOException {
    for (GeneratedTable made : tables(Schemas.documents(), new SplittableRandom())) {
      bothWays(made, StreamLayout.PLAIN);
      bothWays(made, StreamLayout.WIDE);
    }
  }

  private static List<GeneratedTable> tables(TableSchema schema, SplittableRandom random) {
    TableGenerator generator = new TableGenerator(schema);
    List<GeneratedTable> tables = new ArrayList<>(generator.edges());
    long seed = random.nextLong();
    SplittableRandom again = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM_TABLES; i++) {
      tables.add(
          new GeneratedTable("table " + i + " of seed " + seed, generator.random(again, 40)));
    }
    return tables;
  }

  private static void bothWays(GeneratedTable made, StreamLayout layout) throws IOException {
    Table table = made.table();
    byte[] stream = StreamWriter.write(table, layout);
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (RootAllocator allocator = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      try (ArrowStreamWriter writer = new ArrowStreamWriter(root, reader, copy)) {
        int number = 0;
        while (reader.loadNextBatch()) {
          sameValues(table, number++, root, new VectorValues(reader), made.words());
          writer.writeBatch();
        }
        assertEquals(table.batches().size(), number, made.words());
        writer.start(); // Where there is no batch, nothing has written the schema yet.
        writer.end();
      }
    }
    SoundStream sound =
        assertInstanceOf(SoundStream.class, StreamReader.read(copy.toByteArray()), made::words);
    assertEquals(Optional.empty(), TableComparison.difference(table, sound.table()), made::words);
    assertEquals(table.batches().size(), sound.batchCount(), made::words);
  }

  private static void sameValues(
      Table table, int number, VectorSchemaRoot root, VectorValues values, String words) {
    Batch batch = table.batches().get(number);
    assertEquals(batch.rows(), root.getRowCount(), words);
    for (int column = 0; column < batch.columns().size(); column++) {
      assertEquals(
          batch.columns().get(column),
          values.of(root.getVector(column)),
          words + ", batch " + number + ", " + table.tableSchema().columns().get(column));
    }
  }
}

package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tables in few bytes: any bytes are a table of any schema, and most small tables have bytes. */
class CompactTableTest {

  /** Usual columns together, all types together, and each alone. */
  private static List<TableSchema> schemas() {
    List<TableSchema> schemas = new ArrayList<>();
    schemas.add(Schemas.documents());
    schemas.add(Schemas.everything());
    Schemas.allTypes().forEach(field -> schemas.add(Schemas.of(field)));
    return schemas;
  }

  @Test
  void anyBytesAreATableThatAStreamCanHold() {
    SplittableRandom random = new SplittableRandom(3);
    for (TableSchema schema : schemas()) {
      for (int i = 0; i < 60; i++) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        CompactTable read = CompactTable.read(schema, bytes, 0);
        assertTrue(read.end() >= 0 && read.end() <= bytes.length);
        byte[] written = StreamWriter.write(read.table(), StreamLayout.PLAIN);
        SoundStream stream = assertInstanceOf(SoundStream.class, StreamReader.read(written));
        assertEquals(read.table(), stream.table());
      }
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    SplittableRandom random = new SplittableRandom(5);
    int written = 0;
    for (TableSchema schema : schemas()) {
      for (int i = 0; i < 20; i++) {
        Table table = new TableGenerator(schema).random(random, 6);
        Optional<byte[]> bytes = CompactTable.write(table);
        if (bytes.isPresent()) {
          written++;
          CompactTable read = CompactTable.read(schema, bytes.get(), 0);
          assertEquals(table, read.table());
          assertEquals(bytes.get().length, read.end());
        }
      }
    }
    assertTrue(written > 100, written + " tables");
  }
}

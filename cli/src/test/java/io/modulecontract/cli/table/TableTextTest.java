package io.modulecontract.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.arrow.SoundStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tables that users write by hand. What is read is a sound stream, and is read again as it was when
 * its own schema is declared for it; what is not read is told with its file.
 */
class TableTextTest {

  /** So many characters a person can still read. */
  private static final int LONGEST = 1_000;

  @FuzzTest(maxDuration = "5m")
  void readsAnyCsv(byte[] bytes) throws IOException, WrongTable {
    read(bytes, ".csv");
  }

  @FuzzTest(maxDuration = "5m")
  void readsAnyJsonLines(byte[] bytes) throws IOException, WrongTable {
    read(bytes, ".jsonl");
  }

  private static void read(byte[] bytes, String ending) throws IOException, WrongTable {
    Path file = Files.createTempFile("table", ending);
    try {
      Files.write(file, bytes);
      SoundStream read;
      try {
        read = TableFile.read(file, Optional.empty()).stream();
      } catch (WrongTable e) {
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith(file + ": "), message);
        assertTrue(message.length() <= LONGEST, () -> message.length() + " characters");
        return;
      }
      SoundStream declared = TableFile.read(file, Optional.of(read.schema())).stream();
      assertEquals(read.table(), declared.table());
    } finally {
      Files.delete(file);
    }
  }
}

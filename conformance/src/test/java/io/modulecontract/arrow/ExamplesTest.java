package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams that are committed, and a reader in another language. With {@code -Dexamples.update} the
 * streams are written anew; {@code -Dpython=path} names another Python than the first of the path.
 */
class ExamplesTest {

  private static final Path COMMITTED = Path.of("src/test/resources/arrow");
  private static final int NO_PYARROW = 3;

  private record Example(String name, Table table, StreamLayout layout) {

    byte[] stream() {
      return StreamWriter.write(table, layout);
    }
  }

  private static List<Example> examples() {
    TableSchema types =
        Schemas.of(Schemas.everything().columns().stream().filter(ExamplesTest::known).toList());
    Table all = new TableGenerator(types).edges().get(6).table();
    Table documents =
        Table.ofRows(
                Schemas.documents(),
                new TableGenerator(Schemas.documents()).edges().get(6).table().rows())
            .inBatchesOf(8);
    return List.of(
        new Example(
            "no-batch.arrows", new Table(Schemas.documents(), List.of()), StreamLayout.PLAIN),
        new Example("documents.arrows", documents, StreamLayout.PLAIN),
        new Example("documents-wide.arrows", documents, StreamLayout.WIDE),
        new Example("types.arrows", all, StreamLayout.PLAIN),
        new Example("types-wide.arrows", all, StreamLayout.WIDE));
  }

  /** Python's library has no values for two kinds of interval. */
  private static boolean known(Field field) {
    return !(field.getType() instanceof ArrowType.Interval interval)
        || interval.getUnit() == IntervalUnit.MONTH_DAY_NANO;
  }

  @Test
  void theWriterStillWritesTheCommittedBytes() throws IOException {
    for (Example example : examples()) {
      Path file = COMMITTED.resolve(example.name());
      if (System.getProperty("examples.update") != null) {
        Files.write(file, example.stream());
      }
      byte[] committed = Files.readAllBytes(file);
      assertArrayEquals(committed, example.stream(), example.name());
      SoundStream sound = assertInstanceOf(SoundStream.class, StreamReader.read(committed));
      assertEquals(example.table(), sound.table(), example.name());
    }
  }

  @Test
  void pythonReadsTheSameValues(@TempDir Path directory) throws IOException, InterruptedException {
    Path script = directory.resolve("agree.py");
    try (InputStream resource = ExamplesTest.class.getResourceAsStream("/arrow/agree.py")) {
      Files.write(script, resource.readAllBytes());
    }
    for (Example example : examples()) {
      Path stream = Files.write(directory.resolve(example.name()), example.stream());
      Path output = directory.resolve("output");
      Optional<Process> python = python(script, stream, output);
      if (python.isEmpty()) {
        notThere("no Python");
      } else {
        try (OutputStream rows = python.get().getOutputStream()) {
          rows.write(JsonRows.write(example.table()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
          // It ended before it read them; how, is looked at below.
        }
        assertTrue(python.get().waitFor(2, TimeUnit.MINUTES), "it did not end");
        String said = Files.readString(output);
        if (python.get().exitValue() == NO_PYARROW) {
          notThere(said.strip());
        }
        assertEquals(0, python.get().exitValue(), () -> example.name() + ": " + said);
      }
    }
  }

  private static void notThere(String why) {
    System.out.println("pyarrow did not read the examples: " + why);
    Assumptions.abort("pyarrow is not here: " + why);
  }

  private static Optional<Process> python(Path script, Path stream, Path output) {
    String python = System.getProperty("python", "python3");
    ProcessBuilder command =
        new ProcessBuilder(python, script.toString(), stream.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    try {
      return Optional.of(command.start());
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}

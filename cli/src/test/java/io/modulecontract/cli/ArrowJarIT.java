package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.arrow.StreamView;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.cli.table.TableFile;
import io.modulecontract.cli.table.TableOut;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables go through the jar without a line that nobody asked for. */
final class ArrowJarIT {

  private static final String FUNCTION = "wasm_memory_process_data_arrow";

  @TempDir private Path directory;
  private Path module = Path.of("");
  private Path meta = Path.of("");

  @BeforeEach
  void makeFiles() throws Exception {
    module = Prebuilt.file(directory, "documents");
    Files.writeString(
        directory.resolve("documents.contract.toml"),
        "format = \"module-contract/1\"\n[capabilities]\nrandom = true\n");
    meta = directory.resolve("meta.arrows");
    String row = "{\"command\":\"test\",\"config\":{\"filename\":\"a\"}}";
    TableOut.write(
        meta, new StreamView(TableFile.row("row", row, Optional.empty()).stream()).content());
  }

  private Path data(int rows) throws IOException {
    Files.writeString(
        directory.resolve("schema.json"),
        """
            {"fields":[
             {"name":"id","nullable":false,"type":{"name":"int","bitWidth":64,"isSigned":false},"children":[]},
             {"name":"content","nullable":false,"type":{"name":"utf8"},"children":[]},
             {"name":"title","nullable":true,"type":{"name":"utf8"},"children":[]},
             {"name":"date","nullable":false,"type":{"name":"timestamp","unit":"SECOND","timezone":"+00:00"},"children":[]},
             {"name":"score","nullable":true,"type":{"name":"floatingpoint","precision":"DOUBLE"},"children":[]}]}
            """);
    StringBuilder csv = new StringBuilder("id,content,title,date,score\n");
    for (int i = 0; i < rows; i++) {
      csv.append(i).append(",text ").append(i).append(",,2024-02-29T00:00:00Z,0.5\n");
    }
    return Files.writeString(directory.resolve("data.csv"), csv);
  }

  private CommandLineRun call(String most, int rows, Object... more) throws Exception {
    Stream<Object> line =
        Stream.of(
            "call",
            module,
            FUNCTION,
            "--deadline=60s",
            "--arrow-meta",
            meta,
            "--arrow",
            data(rows),
            "--arrow-schema",
            directory.resolve("schema.json"));
    return PackagedJar.start(
        directory, PackagedJar.small(most), Stream.concat(line, Arrays.stream(more)).toArray());
  }

  @Test
  void printsATableAndNothingElse() throws Exception {
    CommandLineRun run = call("-Xmx512m", 1_000);
    run.ends(0).shows("1000 rows, the first 10 shown", "\"text 9\"");
    PackagedJar.quiet(run);
  }

  @Test
  void rowsForWhichThereIsNoMemoryAreTold() throws Exception {
    CommandLineRun run = call("-Xmx112m", 400_000);
    alone(run, directory.resolve("data.csv") + ": this JVM has too little memory for it");
  }

  /** In one sentence, and as what it is: no fault of the module. */
  private static void alone(CommandLineRun run, String message) {
    run.ends(ModuleContract.COULD_NOT_RUN);
    assertEquals("", run.out());
    assertEquals("error: " + message + " (java -Xmx gives more)", run.err().strip());
  }

  /** Of the file nothing is looked at: it does not even fit. */
  @Test
  void aTableLargerThanTheHeapIsToldInASentence() throws Exception {
    Path large = directory.resolve("large.arrows");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(200L << 20);
    }
    CommandLineRun run =
        PackagedJar.start(
            directory,
            PackagedJar.small("-Xmx112m"),
            "call",
            module,
            FUNCTION,
            "--arrow-meta",
            meta,
            "--arrow",
            large);
    alone(run, large + ": cannot be read: this JVM has too little memory");
  }

  /** The module answers 0, which says nothing about the table. */
  @Test
  void aGuestForWhichThereIsNoMemoryIsNotBlamed() throws Exception {
    Path rows = data(200_000);
    TableSchema schema = TableFile.schema(directory.resolve("schema.json"));
    Path large = directory.resolve("large.arrows");
    TableOut.write(
        large, new StreamView(TableFile.read(rows, Optional.of(schema)).stream()).content());
    CommandLineRun run =
        PackagedJar.start(
            directory,
            PackagedJar.small("-Xmx96m"),
            "call",
            module,
            FUNCTION,
            "--deadline=60s",
            "--memory-limit=512MiB",
            "--arrow-meta",
            meta,
            "--arrow",
            large);
    run.ends(ModuleContract.COULD_NOT_RUN);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run::toString);
    assertTrue(run.err().startsWith("error: " + module + ": "), run::toString);
    assertTrue(
        run.err()
            .strip()
            .endsWith("this JVM had no memory left for the guest's (java -Xmx gives more)"),
        run::toString);
  }
}

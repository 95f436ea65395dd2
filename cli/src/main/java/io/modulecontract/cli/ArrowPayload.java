package io.modulecontract.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Tables that {@code call} passes, and how the answer is shown. */
final class ArrowPayload {

  @Option(
      names = "--arrow-meta",
      paramLabel = "FILE|ROW",
      required = true,
      description =
          "Passes tables: what to do, as a file such as --arrow's, or as one row of JSON such as"
              + " '{\"command\":\"test\"}'.")
  private String meta = "";

  @Option(
      names = "--arrow",
      paramLabel = "FILE",
      required = true,
      converter = Converters.Files.class,
      description =
          "The data: an Arrow stream or file; or text of at most 64 MiB, .csv, .jsonl or .ndjson.")
  private Path data = Path.of("");

  @Option(
      names = "--arrow-schema",
      paramLabel = "FILE",
      converter = Converters.Files.class,
      description =
          "The columns of a text, in Arrow's JSON form. Without it they are those that the"
              + " descriptor declares; without one they are inferred, and it is said how.")
  private @Nullable Path schema;

  @Option(names = "--print", description = "Prints the answer as a table, with --out as well.")
  private boolean print;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many rows of it, counted from the first; 10 without it.")
  private int rows = 10;

  /** A file's name, or an object of JSON. */
  String meta() {
    return meta;
  }

  Path data() {
    return data;
  }

  @Nullable Path schema() {
    return schema;
  }

  /** Whether the answer is printed although it goes to a file. */
  boolean print() {
    return print;
  }

  /** The most rows that are printed. */
  int rows() {
    return rows;
  }
}

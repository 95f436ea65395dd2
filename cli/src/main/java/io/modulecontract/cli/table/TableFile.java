package io.modulecontract.cli.table;

import io.modulecontract.arrow.JsonRows;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.StreamEnd;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnreadableRows;
import io.modulecontract.arrow.UnsupportedSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the tables that a user names. */
public final class TableFile {

  /** Of CSV and JSON: each value becomes an object on the way. */
  private static final long MOST_TEXT = 64L << 20;

  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = {-1, -1, -1, -1, 0, 0, 0, 0};

  private TableFile() {}

  /**
   * A table in a file: {@code .csv}, {@code .jsonl} and {@code .ndjson} are text, any other is an
   * Arrow stream, or an Arrow file, in which there is one.
   *
   * @param declared the columns of a text; without it they are inferred
   */
  public static NamedStream read(Path file, Optional<TableSchema> declared) throws WrongTable {
    String source = file.toString();
    String name = source.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      RowTable table = new RowTable(source, true);
      CsvRows.Named csv = CsvRows.read(source, text(file));
      if (declared.isPresent()) {
        table.requireColumns(csv.names(), declared.get());
      }
      return table.stream(csv.rows(), declared);
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      String text = text(file);
      try {
        return new RowTable(source, false).stream(JsonRows.lines(text), declared);
      } catch (UnreadableRows e) {
        throw new WrongTable(source, String.valueOf(e.getMessage()));
      }
    }
    return stream(source, bytes(file, Integer.MAX_VALUE - 64));
  }

  /** A table of one row that is written as a JSON object. */
  public static NamedStream row(String source, String json, Optional<TableSchema> declared)
      throws WrongTable {
    try {
      return new RowTable(source, false).stream(List.of(JsonRows.object(json)), declared);
    } catch (UnreadableRows e) {
      throw new WrongTable(source, String.valueOf(e.getMessage()));
    }
  }

  /** A schema in the JSON form that Arrow's own libraries write. */
  public static TableSchema schema(Path file) throws WrongTable {
    try {
      return SchemaText.read(text(file));
    } catch (UnsupportedSchema e) {
      throw new WrongTable(
          file.toString(), "expected a schema in Arrow's JSON form: " + e.getMessage());
    }
  }

  /** Many writers leave out the end marker; a module may insist on it, so it is put there. */
  private static NamedStream stream(String source, byte[] bytes) throws WrongTable {
    if (isFile(bytes)) {
      ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      long footer = end.getInt(bytes.length - MAGIC.length - Integer.BYTES);
      long length = bytes.length - 8L - MAGIC.length - Integer.BYTES - footer;
      if (footer < 0 || length < 0) {
        throw new WrongTable(
            source, "no Arrow file: its footer says that it has " + footer + " bytes");
      }
      return NamedStream.of(source, bytes, 8, (int) length, Optional.empty());
    }
    StreamReading reading = StreamReader.read(bytes, 0, bytes.length, StreamEnd.OPTIONAL);
    boolean endless = !Arrays.equals(bytes, Math.max(0, bytes.length - 8), bytes.length, END, 0, 8);
    if (reading instanceof StreamReading.Flawed || !endless) {
      return NamedStream.of(source, bytes, Optional.empty());
    }
    byte[] whole = Arrays.copyOf(bytes, bytes.length + END.length);
    System.arraycopy(END, 0, whole, bytes.length, END.length);
    return NamedStream.of(source, whole, Optional.empty());
  }

  private static boolean isFile(byte[] bytes) {
    int end = bytes.length - MAGIC.length;
    return bytes.length > 8 + MAGIC.length + Integer.BYTES
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        && Arrays.equals(bytes, end, bytes.length, MAGIC, 0, MAGIC.length);
  }

  private static String text(Path file) throws WrongTable {
    byte[] bytes = bytes(file, MOST_TEXT);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WrongTable(file.toString(), "expected a text in UTF-8, found other bytes");
    }
  }

  private static byte[] bytes(Path file, long most) throws WrongTable {
    try {
      if (Files.size(file) > most) {
        throw new WrongTable(
            file.toString(),
            "expected at most " + most + " bytes of this kind, found " + Files.size(file));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new WrongTable(file.toString(), "cannot be read: there is no such file");
    } catch (IOException e) {
      throw new WrongTable(file.toString(), "cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new WrongTable(
          file.toString(), "cannot be read: this JVM has too little memory (java -Xmx gives more)");
    }
  }
}

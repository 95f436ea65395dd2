package io.modulecontract.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.arrow.JsonRows;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A stream gets smaller and stays one of its kind, written in its own way. */
class StreamsTest {

  private final Table table = table();

  private static Table table() {
    String schema =
        """
        {"fields": [
         {"name": "id", "nullable": false, "type": {"name": "int", "bitWidth": 64, "isSigned": true}, "children": []},
         {"name": "text", "nullable": true, "type": {"name": "utf8"}, "children": []}]}
        """;
    try {
      return JsonRows.read(
              SchemaText.read(schema), "{\"id\": 7, \"text\": \"seven\"}\n{\"id\": 8}\n{\"id\": 9}")
          .inBatchesOf(2);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<byte[]> smaller(byte[] bytes) {
    return Streams.smaller(bytes).stream().map(Supplier::get).toList();
  }

  @Test
  void whatKindOfStreamBytesAre() {
    byte[] whole = StreamWriter.write(table, StreamLayout.PLAIN);
    assertEquals(Streams.Kind.SOUND, Streams.kind(whole));
    byte[] cut = Arrays.copyOf(whole, whole.length - 8);
    assertEquals(Streams.Kind.WITHOUT_END, Streams.kind(cut));
    assertEquals(Streams.Kind.FLAWED, Streams.kind(Arrays.copyOf(whole, whole.length - 20)));
    assertEquals(Streams.Kind.NONE, Streams.kind("a text".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Streams.Kind.NONE, Streams.kind(new byte[0]));
  }

  @Test
  void smallerOnesHaveTheSameColumnsAndFewerRows() {
    List<byte[]> all = smaller(StreamWriter.write(table, StreamLayout.PLAIN));
    assertFalse(all.isEmpty());
    boolean empty = false;
    for (byte[] less : all) {
      SoundStream stream = assertInstanceOf(SoundStream.class, StreamReader.read(less));
      assertEquals(table.schema(), stream.schema().schema());
      assertTrue(stream.rows() <= table.rowCount());
      empty |= stream.rows() == 0;
    }
    assertTrue(empty, "never without a row");
  }

  @Test
  void theyAreWrittenAsTheStreamWas() {
    for (StreamLayout layout :
        List.of(StreamLayout.PLAIN, StreamLayout.WIDE, StreamLayout.WIDE.withoutEnd())) {
      for (byte[] less : smaller(StreamWriter.write(table, layout))) {
        Table read = readable(less);
        assertTrue(Arrays.equals(less, StreamWriter.write(read, layout)), layout::toString);
      }
    }
  }

  /** Also where the end marker is missing. */
  private static Table readable(byte[] bytes) {
    byte[] end = {-1, -1, -1, -1, 0, 0, 0, 0};
    byte[] whole = Arrays.copyOf(bytes, bytes.length + end.length);
    System.arraycopy(end, 0, whole, bytes.length, end.length);
    boolean cut = Streams.kind(bytes) == Streams.Kind.WITHOUT_END;
    return assertInstanceOf(SoundStream.class, StreamReader.read(cut ? whole : bytes)).table();
  }

  @Test
  void aStreamWithoutItsEndStaysWithoutIt() {
    List<byte[]> all = smaller(StreamWriter.write(table, StreamLayout.PLAIN.withoutEnd()));
    assertFalse(all.isEmpty());
    all.forEach(less -> assertEquals(Streams.Kind.WITHOUT_END, Streams.kind(less)));
  }

  @Test
  void whatIsNoTableHasNoSmallerOnes() {
    byte[] whole = StreamWriter.write(table, StreamLayout.PLAIN);
    assertEquals(List.of(), Streams.smaller(Arrays.copyOf(whole, whole.length - 20)));
    assertEquals(List.of(), Streams.smaller(new byte[] {1, 2, 3}));
  }
}

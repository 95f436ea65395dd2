package io.modulecontract.script;

import static io.modulecontract.script.Scripts.callBytes;
import static io.modulecontract.script.Scripts.give;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.modulecontract.arrow.ChunkTable;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Chunks are alike but for their numbers and texts, and these are never the same. */
class ChunksTest {

  private static String content(String text, long time) {
    Action.Give give = (Action.Give) Chunks.script(Script.of(give(text)), time).actions().get(0);
    return new String(give.content().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void eachPlaceHasANumberOfItsOwnEachTime() {
    String text = "a ZZZZZZZZ b ZZZZZZZZ.";
    assertEquals("a 00000000 b 00000001.", content(text, 0));
    assertEquals("a 00000002 b 00000003.", content(text, 1));
    assertEquals("a 00024690 b 00024691.", content(text, 12_345));
  }

  @Test
  void whatIsNoPlaceStays() {
    assertEquals("ZZZZZZZ ZZZZ", content("ZZZZZZZ ZZZZ", 1));
    assertEquals("00000001Z", content("ZZZZZZZZZ", 1));
    assertEquals("", content("", 1));
    Script script = Script.of(give("none"), callBytes(0));
    assertEquals(script, Chunks.script(script, 7));
  }

  @Test
  void aStreamStaysOneAndHoldsOtherValuesEachTime() throws Exception {
    String schema =
        """
        {"fields": [
         {"name": "id", "nullable": true, "type": {"name": "int", "bitWidth": 64, "isSigned": false}, "children": []},
         {"name": "flag", "nullable": true, "type": {"name": "bool"}, "children": []},
         {"name": "text", "nullable": true, "type": {"name": "utf8"}, "children": []}]}
        """;
    Table table = ChunkTable.of(SchemaText.read(schema), Chunks.PLACE).orElseThrow();
    Script chunk =
        Script.of(new Action.Give(Content.of(StreamWriter.write(table, StreamLayout.PLAIN))));
    Table first = table(Chunks.script(chunk, 1));
    Table second = table(Chunks.script(chunk, 2));
    assertEquals(first.column(1), second.column(1));
    for (int column : new int[] {0, 2}) {
      Set<Object> values = new HashSet<>(first.column(column));
      values.addAll(second.column(column));
      assertEquals(2 * first.rowCount(), values.size());
    }
    assertNotEquals(first, second);
  }

  private static Table table(Script script) {
    byte[] bytes = ((Action.Give) script.actions().get(0)).content().bytes();
    return assertInstanceOf(SoundStream.class, StreamReader.read(bytes)).table();
  }

  @Test
  void aSchemaWithoutNumbersAndTextsHasNoChunks() throws Exception {
    String flags =
        """
        {"fields": [{"name": "flag", "nullable": true, "type": {"name": "bool"}, "children": []}]}
        """;
    assertEquals(List.of(), ChunkTable.of(SchemaText.read(flags), Chunks.PLACE).stream().toList());
  }
}

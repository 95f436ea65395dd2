package io.modulecontract.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.arrow.JsonRows;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.host.ReplacedDictionary;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

/** The second reader agrees where it should, and its word is heard where it does not. */
class VectorOracleTest {

  private static final String SCHEMA =
      """
      {"fields": [
       {"name": "id", "nullable": true, "type": {"name": "int", "bitWidth": 64, "isSigned": true}, "children": []},
       {"name": "word", "nullable": true, "type": {"name": "utf8"}, "children": []},
       {"name": "list", "nullable": true, "type": {"name": "list"}, "children": [
        {"name": "item", "nullable": true, "type": {"name": "int", "bitWidth": 8, "isSigned": true}, "children": []}]}]}
      """;

  private static Table table(String rows) throws Exception {
    TableSchema schema = SchemaText.read(SCHEMA);
    return JsonRows.read(schema, rows);
  }

  private static Optional<String> disagreement(Table written, Table read) {
    return VectorOracle.disagreement(StreamWriter.write(written, StreamLayout.PLAIN), read);
  }

  private static void disagree(Table written, Table read, String where) {
    String wrong = disagreement(written, read).orElse("none");
    assertTrue(wrong.contains(where), wrong);
  }

  @Test
  void theTwoAgreeAboutTheSameTable() throws Exception {
    Table table = table("{\"id\": 1, \"word\": \"grün\", \"list\": [1, null]}\n{}");
    assertEquals(Optional.empty(), disagreement(table, table));
    assertEquals(Optional.empty(), disagreement(table.inBatchesOf(1), table.inBatchesOf(1)));
  }

  @Test
  void aValueThatTheyReadInTwoWaysIsTold() throws Exception {
    Table table = table("{\"id\": 1, \"word\": \"a\"}\n{\"id\": 2}");
    disagree(
        table, table("{\"id\": 1, \"word\": \"a\"}\n{\"id\": 3}"), "row 1, column `id`: 3, or 2");
    disagree(table, table("{\"id\": 1, \"word\": \"b\"}\n{\"id\": 2}"), "row 0, column `word`");
    disagree(table, table("{\"id\": 1, \"word\": \"a\"}\n{}"), "row 1, column `id`: null, or 2");
    // The library gives lists in a class of its own: what it writes tells.
    disagree(table("{\"list\": [1]}"), table("{\"list\": [2]}"), "list");
  }

  @Test
  void rowsAndBatchesThatAreMissingAreTold() throws Exception {
    Table one = table("{\"id\": 1}");
    Table two = table("{\"id\": 1}\n{\"id\": 2}");
    disagree(two, one, "batch 1: 1 rows, or 2");
    disagree(two.inBatchesOf(1), one, "more than 1 batches");
    assertTrue(disagreement(one, two.inBatchesOf(1)).isPresent());
  }

  @Test
  void whatTheLibraryDoesNotReadIsTold() throws Exception {
    byte[] stream = StreamWriter.write(table("{\"id\": 1}"), StreamLayout.PLAIN);
    stream[4] = 1;
    String wrong = VectorOracle.disagreement(stream, table("{\"id\": 1}")).orElse("none");
    assertTrue(wrong.startsWith("the library does not read it: "), wrong);
  }

  @Test
  void aDictionaryMayBeReplaced() throws Exception {
    try (RootAllocator allocator = new RootAllocator()) {
      byte[] stream = ReplacedDictionary.stream(allocator, List.of("a", "b"), List.of("c", "d"));
      Table ours = ((SoundStream) StreamReader.read(stream)).table();
      assertEquals(List.of("a", "b", "c", "d"), ours.column(0));
      assertEquals(Optional.empty(), VectorOracle.disagreement(stream, ours));
    }
  }
}

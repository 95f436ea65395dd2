package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowsTest {

  private static final TableSchema META =
      Schemas.of(
          Schemas.always("command", ArrowType.Utf8.INSTANCE),
          Schemas.always(
              "config",
              ArrowType.Struct.INSTANCE,
              Schemas.always("filename", ArrowType.Utf8.INSTANCE)));

  @Test
  void readsMeta() throws UnreadableRows {
    Table table =
        JsonRows.read(META, "{\"command\":\"test\",\"config\":{\"filename\":\"a.txt\"}}\n");
    assertEquals(List.of(List.of("test", List.of("a.txt"))), table.rows());
  }

  @Test
  void readsDocuments() throws UnreadableRows {
    String lines =
        """
        {"id": 18446744073709551615, "content": "grün", "date": "2024-02-29T12:00:00Z", "score": "NaN"}

        {"id": 1, "content": "", "title": "t", "date": -1, "score": null}
        """;
    Table table = JsonRows.read(Schemas.documents(), lines);
    assertEquals(
        List.of(-1L, "grün", 1_709_208_000L, Double.NaN),
        List.of(
            table.rows().get(0).get(0),
            table.rows().get(0).get(1),
            table.rows().get(0).get(3),
            table.rows().get(0).get(4)));
    assertEquals(-1L, table.rows().get(1).get(3));
  }

  @Test
  void readsWhatItWrites() throws UnreadableRows {
    TableSchema schema = Schemas.everything();
    SplittableRandom random = new SplittableRandom();
    for (int i = 0; i < 20; i++) {
      Table table = new TableGenerator(schema).random(random, 20);
      Table back = JsonRows.read(schema, JsonRows.write(table));
      assertEquals(Optional.empty(), TableComparison.difference(table, back));
    }
    Table edges = new TableGenerator(schema).edges().get(6).table();
    Table back = JsonRows.read(schema, JsonRows.write(edges));
    assertEquals(Optional.empty(), TableComparison.difference(edges, back));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "{\"command\": 1}|line 1, column `command`: expected text, found 1",
        "{\"command\": \"a\"}|line 1, column `config`: expected a value, as it has no nulls, found"
            + " no such member",
        "{\"command\": \"a\", \"config\": {}}|line 1, column `config.filename`: expected a value",
        "{\"command\": \"a\", \"config\": {\"x\": 1}}|line 1, column `config`: expected only the"
            + " columns filename, found `x`",
        "{\"commando\": 1}|line 1, expected only the columns command, config, found `commando`",
        "[1]|line 1, expected a JSON object, found [1]",
        "{\"command\": \"a\", \"command\": \"b\"}|line 1, character",
        "{} {}|line 1, character",
        "{|line 1, character",
      })
  void saysWhatIsWrong(String line, String message) {
    UnreadableRows wrong = assertThrows(UnreadableRows.class, () -> JsonRows.read(META, line));
    assertTrue(wrong.getMessage().startsWith(message), wrong::getMessage);
    assertEquals(1, wrong.getMessage().lines().count());
  }

  @ParameterizedTest
  @CsvSource({"300", "-1", "1.5", "1e9", "'\"x\"'", "99999999999999999999999999"})
  void refusesNumbersThatDoNotFit(String number) {
    TableSchema schema = Schemas.of(Schemas.maybe("n", new ArrowType.Int(8, false)));
    UnreadableRows wrong =
        assertThrows(
            UnreadableRows.class, () -> JsonRows.read(schema, "\n{\"n\": " + number + "}"));
    assertTrue(
        wrong
            .getMessage()
            .startsWith("line 2, column `n`: expected a whole number from 0 to 255, found "),
        wrong::getMessage);
  }

  @Test
  void refusesDecimalsThatDoNotFit() throws UnreadableRows {
    TableSchema schema = Schemas.of(Schemas.maybe("n", new ArrowType.Decimal(5, 2, 128)));
    assertEquals("123.40", JsonRows.read(schema, "{\"n\": 123.4}").rows().get(0).get(0) + "");
    for (String number : List.of("1000", "0.001", "1e999999999", "1e-999999999")) {
      assertThrows(UnreadableRows.class, () -> JsonRows.read(schema, "{\"n\": " + number + "}"));
    }
  }
}

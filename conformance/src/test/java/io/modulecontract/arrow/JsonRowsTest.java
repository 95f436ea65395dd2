package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
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

  @ParameterizedTest
  @CsvSource({
    "DAY, 1970-01-02, 1",
    "MILLISECOND, 1970-01-02, 86400000",
    "DAY, +999999999-01-01, ",
    "MILLISECOND, +999999999-01-01, "
  })
  void readsDates(DateUnit unit, String date, Long number) throws UnreadableRows {
    sameTime(new ArrowType.Date(unit), date, number);
  }

  @ParameterizedTest
  @CsvSource({
    "SECOND, 32, 01:00:00, 3600",
    "SECOND, 32, 01:00:00.5, ",
    "MILLISECOND, 32, 01:00:00.5, 3600500",
    "NANOSECOND, 64, 00:00:00.000000001, 1",
    "NANOSECOND, 64, 24:00:00, "
  })
  void readsTimesOfDay(TimeUnit unit, int bits, String time, Long number) throws UnreadableRows {
    sameTime(new ArrowType.Time(unit, bits), time, number);
  }

  @ParameterizedTest
  @CsvSource({
    "SECOND, +00:00, 1970-01-01 01:00:00+01:00, 0",
    "SECOND, +00:00, 1970-01-01T00:00:00, ",
    "SECOND, , 1970-01-01T00:00:01, 1",
    "SECOND, , 1970-01-01T00:00:01Z, ",
    "NANOSECOND, , 2300-01-01T00:00:00, "
  })
  void readsTimestamps(TimeUnit unit, String zone, String time, Long number) throws UnreadableRows {
    sameTime(new ArrowType.Timestamp(unit, zone), time, number);
  }

  private static void sameTime(ArrowType type, String time, Long number) throws UnreadableRows {
    TableSchema schema = Schemas.of(Schemas.maybe("n", type));
    String row = "{\"n\": \"" + time + "\"}";
    if (number == null) {
      assertThrows(UnreadableRows.class, () -> JsonRows.read(schema, row));
    } else {
      assertEquals(number, JsonRows.read(schema, row).rows().get(0).get(0));
    }
  }

  @Test
  void readsBytesAsTheyAreShown() throws UnreadableRows {
    TableSchema schema = Schemas.of(Schemas.maybe("b", ArrowType.Binary.INSTANCE));
    assertEquals(
        JsonRows.read(schema, "{\"b\": \"00ff\"}"), JsonRows.read(schema, "{\"b\": \"0x00ff\"}"));
    assertThrows(UnreadableRows.class, () -> JsonRows.read(schema, "{\"b\": \"0x0\"}"));
  }

  @ParameterizedTest
  @CsvSource({"HALF, 65504, 65520", "SINGLE, 3e38, 4e38", "DOUBLE, 1e308, 1e309"})
  void takesNoNumberForInfinity(FloatingPointPrecision precision, String most, String more)
      throws UnreadableRows {
    TableSchema schema = Schemas.of(Schemas.maybe("n", new ArrowType.FloatingPoint(precision)));
    assertEquals(1, JsonRows.read(schema, "{\"n\": -" + most + "}").rowCount());
    assertThrows(UnreadableRows.class, () -> JsonRows.read(schema, "{\"n\": -" + more + "}"));
  }

  @Test
  void anObjectMayStandOnSeveralLines() throws UnreadableRows {
    assertEquals(1, JsonRows.object("{\n\"a\": 1\n}").values().get("a").asInt());
    UnreadableRows wrong =
        assertThrows(UnreadableRows.class, () -> JsonRows.object("{\n\"a\": ?}"));
    assertTrue(wrong.getMessage().startsWith("line 2, character 6: "), wrong::getMessage);
    assertThrows(UnreadableRows.class, () -> JsonRows.object(""));
  }
}

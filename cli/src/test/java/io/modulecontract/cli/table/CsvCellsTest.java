package io.modulecontract.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.junit.jupiter.api.Test;

/** A cell is what its column makes of it. */
final class CsvCellsTest {

  private static final ArrowType REAL = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
  private static final ArrowType WHOLE = new ArrowType.Int(64, true);

  private static String typed(ArrowType type, String cell) {
    JsonNode node = CsvCells.typed(type, cell);
    return node.getNodeType() + " " + node.asText();
  }

  @Test
  void numbersAreNumbersWhereTheColumnHoldsSome() {
    assertEquals("NUMBER 7", typed(WHOLE, "+7"));
    assertEquals("STRING 7.5", typed(WHOLE, "7.5"));
    assertEquals("NUMBER 7.5", typed(REAL, "7.5"));
    assertEquals("NUMBER -0.0", typed(REAL, "-0"));
    assertEquals("STRING 0x7", typed(REAL, "0x7"));
    assertEquals("NUMBER 1.50", typed(new ArrowType.Decimal(9, 2, 128), "1.50"));
    assertEquals("STRING 7", typed(ArrowType.Utf8.INSTANCE, "7"));
  }

  @Test
  void trueAndFalseAreTruthOnlyInItsColumn() {
    assertEquals("BOOLEAN true", typed(ArrowType.Bool.INSTANCE, "True"));
    assertEquals("STRING yes", typed(ArrowType.Bool.INSTANCE, "yes"));
    assertEquals("STRING true", typed(ArrowType.Utf8.INSTANCE, "true"));
  }

  @Test
  void timesMayBeGivenAsTheNumberThatTheColumnHolds() {
    ArrowType stamp = new ArrowType.Timestamp(TimeUnit.SECOND, null);
    assertEquals("NUMBER -1", typed(stamp, "-1"));
    assertEquals("STRING 2024-02-29T00:00:00", typed(stamp, "2024-02-29T00:00:00"));
  }
}

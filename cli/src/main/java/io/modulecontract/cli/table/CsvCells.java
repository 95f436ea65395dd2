package io.modulecontract.cli.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.arrow.JsonRow;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * What a cell of CSV, which is text, is in a column: a number where the column holds numbers and
 * the cell looks like one, true or false, else the text.
 */
final class CsvCells {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

  private CsvCells() {}

  /**
   * The rows with each cell as its column has it, each made when it is asked for. Cells of no
   * column stay as they are.
   */
  static List<JsonRow> typed(List<JsonRow> rows, List<Field> columns) {
    return new AbstractList<>() {
      @Override
      public JsonRow get(int index) {
        return typed(rows.get(index), columns);
      }

      @Override
      public int size() {
        return rows.size();
      }
    };
  }

  private static JsonRow typed(JsonRow row, List<Field> columns) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.setAll(row.values());
    for (Field column : columns) {
      JsonNode cell = values.path(column.getName());
      if (cell.isTextual()) {
        values.set(column.getName(), typed(column.getType(), cell.textValue()));
      }
    }
    return new JsonRow(row.line(), values);
  }

  /** One cell, as a column of this type has it. */
  static JsonNode typed(ArrowType type, String cell) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (type instanceof ArrowType.Bool && cell.matches("(?i)true|false")) {
      return nodes.booleanNode(Boolean.parseBoolean(cell));
    } else if (isReal(type) && NUMBER.matcher(cell).matches()) {
      BigDecimal number = new BigDecimal(cell);
      // A decimal has no signed zero.
      boolean zero = number.signum() == 0 && type instanceof ArrowType.FloatingPoint;
      return zero ? nodes.numberNode(Double.parseDouble(cell)) : nodes.numberNode(number);
    } else if (isWhole(type) && WHOLE.matcher(cell).matches()) {
      return nodes.numberNode(new BigDecimal(cell).toBigInteger());
    }
    return nodes.textNode(cell);
  }

  private static boolean isReal(ArrowType type) {
    return type instanceof ArrowType.FloatingPoint || type instanceof ArrowType.Decimal;
  }

  private static boolean isWhole(ArrowType type) {
    return type instanceof ArrowType.Int
        || type instanceof ArrowType.Date
        || type instanceof ArrowType.Time
        || type instanceof ArrowType.Timestamp
        || type instanceof ArrowType.Duration;
  }

  /** Whether a column holds values within values, which no cell can give. */
  static boolean isNested(Field column) {
    return column.getType().isComplex();
  }
}

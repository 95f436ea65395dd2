package io.modulecontract.arrow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.memory.util.Float16;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON: numbers, text and truth as such, floats that JSON has no number for as the text
 * "NaN", "Infinity", "-Infinity" and "-0.0", bytes as text in hexadecimal, dates and times in ISO
 * 8601 or as the number that the column holds, lists and maps as arrays (a map's entries as
 * objects), structures as objects.
 */
final class JsonValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_SHOWN = 40;

  private JsonValues() {}

  static @Nullable Object read(ColumnPlan column, @Nullable JsonNode node) throws UnreadableRows {
    if (node == null || node.isNull()) {
      if (column.nullable() || column.storage() == Storage.NONE) {
        return null;
      }
      throw new UnreadableRows(
          column.place()
              + ": expected a value, as it has no nulls, found "
              + (node == null ? "no such member" : "null"));
    }
    ColumnPlan plan = column.encoded() ? column.dictionaryValues() : column;
    return switch (plan.storage()) {
      case NONE -> throw wrong(plan, "null", node);
      case BITS -> need(node.isBoolean(), plan, "true or false", node).booleanValue();
      case LIST_32, LIST_64, LIST_VIEW_32, LIST_VIEW_64, FIXED_LIST -> list(plan, node);
      case STRUCT -> struct(plan, node);
      case FIXED, VARIABLE_32, VARIABLE_64, VIEWS -> scalar(plan, node);
    };
  }

  private static JsonNode need(boolean fits, ColumnPlan plan, String expected, JsonNode node)
      throws UnreadableRows {
    if (!fits) {
      throw wrong(plan, expected, node);
    }
    return node;
  }

  private static UnreadableRows wrong(ColumnPlan plan, String expected, JsonNode node) {
    return new UnreadableRows(plan.place() + ": expected " + expected + ", found " + shown(node));
  }

  static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }

  private static Object scalar(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    return switch (plan.scalar()) {
      case TEXT -> text(plan, need(node.isTextual(), plan, "text", node));
      case INT, UINT -> integer(plan, node);
      case HALF, FLOAT -> (float) floating(plan, node);
      case DOUBLE -> floating(plan, node);
      case DECIMAL -> decimal(plan, node);
      case BYTES -> bytes(plan, node);
      case DAY_TIME, MONTH_DAY_NANO -> interval(plan, node);
      case NONE, BOOL -> throw new IllegalStateException(plan + " is no scalar");
    };
  }

  private static String text(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    String text = node.textValue();
    boolean paired = text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    need(paired, plan, "text of whole characters", node);
    return text;
  }

  private static Object integer(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    int bits = 8 * plan.width();
    boolean signed = plan.scalar() == Scalar.INT;
    BigInteger least = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    BigInteger most = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    String expected =
        IsoTimes.example(plan.type()) + "a whole number from " + least + " to " + most;
    Long time = node.isTextual() ? IsoTimes.read(plan.type(), node.textValue()) : null;
    BigInteger number =
        time != null
            ? BigInteger.valueOf(time)
            : need(node.isIntegralNumber(), plan, expected, node).bigIntegerValue();
    need(number.compareTo(least) >= 0 && number.compareTo(most) <= 0, plan, expected, node);
    return number.longValue();
  }

  private static double floating(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    if (node.isNumber()) {
      double number = narrow(plan.scalar(), node.doubleValue());
      need(Double.isFinite(number), plan, "a number that it can hold, or \"Infinity\"", node);
      return number;
    }
    return switch (node.asText("")) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      case "-0.0" -> -0.0;
      default -> throw wrong(plan, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"", node);
    };
  }

  private static double narrow(Scalar scalar, double number) {
    return switch (scalar) {
      case HALF -> Float16.toFloat(Float16.toFloat16((float) number));
      case FLOAT -> (float) number;
      default -> number;
    };
  }

  private static BigDecimal decimal(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    ArrowType.Decimal type = (ArrowType.Decimal) plan.type();
    String expected =
        "a number of "
            + type.getPrecision()
            + " digits, "
            + type.getScale()
            + " of them behind the point";
    BigDecimal number =
        need(node.isNumber(), plan, expected, node).decimalValue().stripTrailingZeros();
    // First how long it would get: a text of ten characters can name a billion of digits.
    boolean fits =
        number.scale() <= type.getScale()
            && (long) number.precision() - number.scale() + type.getScale() <= type.getPrecision();
    need(fits || number.signum() == 0, plan, expected, node);
    return number.signum() == 0
        ? BigDecimal.valueOf(0, type.getScale())
        : number.setScale(type.getScale());
  }

  private static Blob bytes(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    String expected =
        plan.storage() == Storage.FIXED
            ? plan.width() + " bytes in hexadecimal, as text"
            : "bytes in hexadecimal, as text";
    String text = need(node.isTextual(), plan, expected, node).textValue();
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    need(digits.matches("([0-9a-fA-F]{2})*+"), plan, expected, node);
    need(
        plan.storage() != Storage.FIXED || digits.length() == 2L * plan.width(),
        plan,
        expected,
        node);
    return Blob.of(HexFormat.of().parseHex(digits));
  }

  private static Interval interval(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    boolean fits =
        node.isArray()
            && node.size() == 3
            && node.get(0).canConvertToInt()
            && node.get(1).canConvertToInt()
            && (plan.scalar() == Scalar.DAY_TIME
                ? node.get(0).asInt() == 0 && node.get(2).canConvertToInt()
                : node.get(2).canConvertToLong());
    need(fits, plan, "[months, days, milliseconds or nanoseconds]", node);
    return new Interval(node.get(0).asInt(), node.get(1).asInt(), node.get(2).asLong());
  }

  private static List<@Nullable Object> list(ColumnPlan plan, JsonNode node) throws UnreadableRows {
    String expected =
        plan.storage() == Storage.FIXED_LIST ? "an array of " + plan.width() : "an array";
    need(node.isArray(), plan, expected, node);
    need(plan.storage() != Storage.FIXED_LIST || node.size() == plan.width(), plan, expected, node);
    List<@Nullable Object> parts = new ArrayList<>();
    for (JsonNode part : node) {
      parts.add(read(plan.child(), part));
    }
    return Collections.unmodifiableList(parts);
  }

  private static List<@Nullable Object> struct(ColumnPlan plan, JsonNode node)
      throws UnreadableRows {
    need(node.isObject(), plan, "an object", node);
    JsonRows.checkNames(node, plan.children(), plan.place() + ": ");
    List<@Nullable Object> parts = new ArrayList<>();
    for (ColumnPlan child : plan.children()) {
      parts.add(read(child, node.get(child.field().getName())));
    }
    return Collections.unmodifiableList(parts);
  }

  static JsonNode write(ColumnPlan column, @Nullable Object value) {
    ColumnPlan plan = column.encoded() ? column.dictionaryValues() : column;
    if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof Long number) {
      return plan.scalar() == Scalar.UINT
          ? NODES.numberNode(new BigInteger(Long.toUnsignedString(number)))
          : NODES.numberNode(number);
    } else if (value instanceof Double number) {
      return hasNoJson(number) ? NODES.textNode(number.toString()) : NODES.numberNode(number);
    } else if (value instanceof Float number) {
      return hasNoJson(number) ? NODES.textNode(number.toString()) : NODES.numberNode(number);
    } else if (value instanceof BigDecimal number) {
      return NODES.numberNode(number);
    } else if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    } else if (value instanceof Blob blob) {
      return NODES.textNode(HexFormat.of().formatHex(blob.bytes()));
    } else if (value instanceof Interval interval) {
      return NODES.arrayNode().add(interval.months()).add(interval.days()).add(interval.rest());
    } else if (value instanceof String text) {
      return NODES.textNode(text);
    }
    return nested(plan, (List<?>) value);
  }

  /** The sign of a zero is lost when a number is read as a decimal. */
  private static boolean hasNoJson(double number) {
    return Double.isNaN(number)
        || Double.isInfinite(number)
        || Double.doubleToLongBits(number) == Double.doubleToLongBits(-0.0);
  }

  private static JsonNode nested(ColumnPlan plan, List<?> parts) {
    if (plan.storage() != Storage.STRUCT) {
      ArrayNode array = NODES.arrayNode();
      parts.forEach(part -> array.add(write(plan.child(), part)));
      return array;
    }
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < parts.size(); i++) {
      ColumnPlan child = plan.children().get(i);
      object.set(child.field().getName(), write(child, parts.get(i)));
    }
    return object;
  }
}

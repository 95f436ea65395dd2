package io.modulecontract.cli.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.modulecontract.arrow.Blob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of a column from what a user wrote.
 *
 * @param allText whether everything is given as text, as in CSV; in JSON a number is a number
 */
record Values(boolean allText) {

  /** The value, in the class that {@link io.modulecontract.arrow.Batch} has for the column. */
  @Nullable Object of(Field field, JsonNode node) throws Misfit {
    if (node.isNull() || node.isMissingNode()) {
      if (!field.isNullable()) {
        throw new Misfit("a value, for the column is not nullable", "none");
      }
      return null;
    }
    ArrowType type = field.getType();
    if (type instanceof ArrowType.Struct) {
      return struct(field, node);
    } else if (isList(type)) {
      return list(field, node);
    } else if (type instanceof ArrowType.Null) {
      throw new Misfit("nothing, for the column is of type null", node.toString());
    }
    return scalar(type, node);
  }

  private Object scalar(ArrowType type, JsonNode node) throws Misfit {
    if (isText(type)) {
      return text("a text", node);
    } else if (type instanceof ArrowType.Bool) {
      return bool(node);
    } else if (type instanceof ArrowType.Int whole) {
      return whole(whole.getBitWidth(), whole.getIsSigned(), node);
    } else if (type instanceof ArrowType.FloatingPoint real) {
      return real(real.getPrecision() == FloatingPointPrecision.DOUBLE, node);
    } else if (type instanceof ArrowType.Decimal decimal) {
      return decimal(decimal, node);
    } else if (isBinary(type)) {
      return blob(type, node);
    } else if (Times.serves(type)) {
      return node.isIntegralNumber() ? whole(64, true, node) : Times.of(type, text("a time", node));
    }
    throw new Misfit(
        "a type that CSV and JSON lines can give", type + ": pass an Arrow stream instead");
  }

  private static boolean isText(ArrowType type) {
    return type instanceof ArrowType.Utf8
        || type instanceof ArrowType.LargeUtf8
        || type instanceof ArrowType.Utf8View;
  }

  private static boolean isBinary(ArrowType type) {
    return type instanceof ArrowType.Binary
        || type instanceof ArrowType.LargeBinary
        || type instanceof ArrowType.BinaryView
        || type instanceof ArrowType.FixedSizeBinary;
  }

  private static boolean isList(ArrowType type) {
    return type instanceof ArrowType.List
        || type instanceof ArrowType.LargeList
        || type instanceof ArrowType.FixedSizeList;
  }

  private static String text(String expected, JsonNode node) throws Misfit {
    if (!node.isTextual()) {
      throw new Misfit(expected, node.toString());
    }
    return node.textValue();
  }

  private Boolean bool(JsonNode node) throws Misfit {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (allText && node.textValue().matches("(?i)true|false")) {
      return Boolean.valueOf(node.textValue());
    }
    throw new Misfit("true or false", node.toString());
  }

  private Long whole(int bits, boolean signed, JsonNode node) throws Misfit {
    BigInteger lowest = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    BigInteger end = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
    BigInteger number = integral(node);
    if (number == null || number.compareTo(lowest) < 0 || number.compareTo(end) >= 0) {
      String to = end.subtract(BigInteger.ONE).toString();
      throw new Misfit("a whole number from " + lowest + " to " + to, node.toString());
    }
    return number.longValue();
  }

  private @Nullable BigInteger integral(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue();
    }
    return allText && node.textValue().matches("[+-]?[0-9]{1,40}")
        ? new BigInteger(node.textValue())
        : null;
  }

  /** NaN and the infinities have no number in JSON: they are given as a text there, too. */
  private Object real(boolean wide, JsonNode node) throws Misfit {
    String text = node.isTextual() ? node.textValue() : node.asText();
    boolean number = node.isNumber() || (allText && text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?"));
    if (!number && !text.matches("NaN|[+-]?Infinity")) {
      throw new Misfit("a number", node.toString());
    }
    try {
      return wide ? (Object) Double.valueOf(text) : (Object) Float.valueOf(text);
    } catch (NumberFormatException e) {
      throw new Misfit("a number", node.toString());
    }
  }

  private BigDecimal decimal(ArrowType.Decimal type, JsonNode node) throws Misfit {
    String expected =
        "a number of at most "
            + type.getPrecision()
            + " digits, "
            + type.getScale()
            + " of them behind the point";
    try {
      BigDecimal number =
          allText || node.isTextual() ? new BigDecimal(node.textValue()) : node.decimalValue();
      BigDecimal scaled = number.setScale(type.getScale());
      if (scaled.precision() <= type.getPrecision() && (allText || node.isNumber())) {
        return scaled;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Misfit(expected, node.toString());
    }
    throw new Misfit(expected, node.toString());
  }

  private static Blob blob(ArrowType type, JsonNode node) throws Misfit {
    String expected = "bytes in hexadecimal, such as 0x00ff";
    String text = text(expected, node);
    try {
      byte[] bytes = HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : text);
      if (type instanceof ArrowType.FixedSizeBinary fixed && bytes.length != fixed.getByteWidth()) {
        throw new Misfit(fixed.getByteWidth() + " bytes", bytes.length + " bytes");
      }
      return Blob.of(bytes);
    } catch (IllegalArgumentException e) {
      throw new Misfit(expected, node.toString());
    }
  }

  private List<@Nullable Object> struct(Field field, JsonNode node) throws Misfit {
    if (!node.isObject()) {
      throw new Misfit("an object, which CSV cannot give", node.toString());
    }
    return row(field.getChildren(), node);
  }

  /** The values of an object's columns; a name that is no column's is not passed over. */
  List<@Nullable Object> row(List<Field> columns, JsonNode object) throws Misfit {
    Set<String> names = new HashSet<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Field column : columns) {
      names.add(column.getName());
      try {
        values.add(of(column, object.path(column.getName())));
      } catch (Misfit e) {
        throw e.inside("`" + column.getName() + "`");
      }
    }
    for (Iterator<String> given = object.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name)) {
        throw new Misfit("one of the columns " + names, "`" + name + "`");
      }
    }
    return values;
  }

  private List<@Nullable Object> list(Field field, JsonNode node) throws Misfit {
    if (!node.isArray()) {
      throw new Misfit("a list, which CSV cannot give", node.toString());
    }
    if (field.getType() instanceof ArrowType.FixedSizeList fixed
        && fixed.getListSize() != node.size()) {
      throw new Misfit("a list of " + fixed.getListSize(), "one of " + node.size());
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonNode element : node) {
      try {
        values.add(of(field.getChildren().get(0), element));
      } catch (Misfit e) {
        throw e.inside("element " + (values.size() + 1));
      }
    }
    return values;
  }
}

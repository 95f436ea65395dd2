package io.modulecontract.cli.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A schema for values that come without one: true and false, whole numbers of 64 bits, floating
 * point, text; in JSON also structures and lists. A column may have nulls when a row has none of
 * it.
 *
 * @param allText whether everything is given as text, as in CSV
 */
record Inference(boolean allText) {

  /** The columns of these rows, in the order in which they are first named. */
  Schema of(List<? extends JsonNode> rows) throws Misfit {
    return new Schema(fields(rows));
  }

  private List<Field> fields(List<? extends JsonNode> objects) throws Misfit {
    Map<String, List<JsonNode>> columns = new LinkedHashMap<>();
    for (JsonNode object : objects) {
      object
          .properties()
          .forEach(
              entry ->
                  columns
                      .computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                      .add(entry.getValue()));
    }
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, List<JsonNode>> column : columns.entrySet()) {
      boolean missing = column.getValue().size() < objects.size();
      try {
        fields.add(field(column.getKey(), column.getValue(), missing));
      } catch (Misfit e) {
        throw e.inside("`" + column.getKey() + "`");
      }
    }
    return fields;
  }

  private Field field(String name, List<JsonNode> all, boolean missing) throws Misfit {
    List<JsonNode> values = all.stream().filter(value -> !value.isNull()).toList();
    boolean nullable = missing || values.size() < all.size();
    if (!values.isEmpty() && values.stream().allMatch(JsonNode::isObject)) {
      return made(name, new ArrowType.Struct(), nullable, fields(values));
    }
    if (!values.isEmpty() && values.stream().allMatch(JsonNode::isArray)) {
      List<JsonNode> elements = new ArrayList<>();
      values.forEach(list -> list.forEach(elements::add));
      Field element = field("item", elements, elements.isEmpty());
      return made(name, new ArrowType.List(), nullable, List.of(element));
    }
    return made(name, scalar(values), nullable || values.isEmpty(), List.of());
  }

  private static Field made(String name, ArrowType type, boolean nullable, List<Field> children) {
    return new Field(name, new FieldType(nullable, type, null), children);
  }

  private ArrowType scalar(List<JsonNode> values) throws Misfit {
    ArrowType bool = new ArrowType.Bool();
    ArrowType whole = new ArrowType.Int(64, true);
    ArrowType real = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    ArrowType text = new ArrowType.Utf8();
    if (values.isEmpty()) {
      return text;
    }
    for (ArrowType type : List.of(bool, whole, real, text)) {
      if (values.stream().allMatch(value -> fits(type, value))) {
        return type;
      }
    }
    String kinds = values.stream().map(JsonNode::toString).distinct().limit(3).toList().toString();
    throw new Misfit("values of one type (or a schema: --arrow-schema)", kinds);
  }

  private boolean fits(ArrowType type, JsonNode value) {
    JsonNode read = allText ? CsvCells.typed(type, value.textValue()) : value;
    if (type instanceof ArrowType.Bool) {
      return read.isBoolean();
    } else if (type instanceof ArrowType.Int) {
      return read.isIntegralNumber() && read.canConvertToLong();
    } else if (type instanceof ArrowType.FloatingPoint) {
      // In JSON "NaN" is a text, as long as nobody says that it is a number.
      return read.isNumber() || (allText && read.textValue().matches("NaN|-?Infinity"));
    }
    return read.isTextual();
  }
}

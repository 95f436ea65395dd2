package io.modulecontract.arrow;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A schema as one line: {@code id uint64, title utf8?}; a question mark where nulls are allowed.
 */
final class SchemaSummary {

  private SchemaSummary() {}

  static String of(Schema schema) {
    return schema.getFields().isEmpty() ? "no column" : columns(schema.getFields());
  }

  static String of(Field field) {
    String name = field.getName() == null ? "" : field.getName();
    String children = field.getChildren().isEmpty() ? "" : "<" + columns(field.getChildren()) + ">";
    String index =
        field.getDictionary() == null
            ? ""
            : " by " + TypeText.of(field.getDictionary().getIndexType());
    String type = TypeText.of(field.getType()) + children + index;
    return name + " " + type + (field.isNullable() ? "?" : "");
  }

  private static String columns(List<Field> fields) {
    return fields.stream().map(SchemaSummary::of).collect(Collectors.joining(", "));
  }
}

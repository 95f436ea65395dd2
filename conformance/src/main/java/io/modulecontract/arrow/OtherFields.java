package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** Columns that differ from one in a single thing, at whatever depth. */
final class OtherFields {

  /**
   * Another column.
   *
   * @param words what is different: {@code with nulls}
   * @param field the column
   */
  record OtherField(String words, Field field) {}

  private final Field field;
  private final List<OtherField> others = new ArrayList<>();

  private OtherFields(Field field) {
    this.field = field;
  }

  /** All of them. */
  static List<OtherField> of(Field field) {
    OtherFields others = new OtherFields(field);
    others.names();
    others.nullability();
    others.types();
    others.children();
    return List.copyOf(others.others);
  }

  private void names() {
    add("renamed", named(field.getName() + "_"));
    if (!field.getName().isEmpty()) {
      String other = withOtherEnd(field.getName());
      add("renamed to `" + other + "`", named(other));
    }
  }

  private Field named(String name) {
    return new Field(name, field.getFieldType(), field.getChildren());
  }

  /** As long as the name: who compares lengths, or beginnings, takes it for the same. */
  private static String withOtherEnd(String name) {
    int last = name.offsetByCodePoints(name.length(), -1);
    return name.substring(0, last) + (name.charAt(last) == 'x' ? 'y' : 'x');
  }

  private void nullability() {
    boolean nullable = !field.isNullable();
    FieldType type =
        new FieldType(nullable, field.getType(), field.getDictionary(), field.getMetadata());
    add(
        nullable ? "with nulls" : "without nulls",
        new Field(field.getName(), type, field.getChildren()));
  }

  /** Of another kind without children; then what is nearly the same. */
  private void types() {
    List<ArrowType> kinds =
        List.of(
            new ArrowType.Int(64, true),
            new ArrowType.Int(32, true),
            ArrowType.Utf8.INSTANCE,
            ArrowType.LargeBinary.INSTANCE);
    for (ArrowType type : kinds) {
      if (field.getDictionary() != null || !type.equals(field.getType())) {
        typed(type, null, List.of());
      }
    }
    for (ArrowType near : NearTypes.of(field.getType())) {
      if (!kinds.contains(near)) {
        typed(near, field.getDictionary(), field.getChildren());
      }
    }
  }

  private void typed(
      ArrowType type, @Nullable DictionaryEncoding dictionary, List<Field> children) {
    FieldType other = new FieldType(field.isNullable(), type, dictionary);
    add("of type " + TypeText.of(type), new Field(field.getName(), other, children));
  }

  /**
   * What lies within a list or a map has names that many writers choose as they like; that a map
   * has two columns, and the first one no nulls, is the format's.
   */
  private void children() {
    for (int i = 0; i < field.getChildren().size(); i++) {
      Field child = field.getChildren().get(i);
      for (OtherField other : of(child)) {
        if (fits(other.field, child)) {
          List<Field> changed = new ArrayList<>(field.getChildren());
          changed.set(i, other.field);
          add("with `" + child.getName() + "` in it " + other.words, with(changed));
        }
      }
    }
    if (isStruct()) {
      Field added = Field.nullable("one_more", ArrowType.Utf8.INSTANCE);
      List<Field> more = new ArrayList<>(field.getChildren());
      more.add(added);
      add("with `one_more` in it", with(more));
      if (!field.getChildren().isEmpty()) {
        List<Field> fewer = field.getChildren().subList(1, field.getChildren().size());
        add("without `" + field.getChildren().get(0).getName() + "` in it", with(fewer));
      }
    }
  }

  private boolean fits(Field other, Field child) {
    if (isStruct()) {
      return true;
    }
    boolean map = field.getType() instanceof ArrowType.Map;
    return other.getName().equals(child.getName()) && (!map || areEntries(other, child));
  }

  private static boolean areEntries(Field other, Field entries) {
    return other.getType() instanceof ArrowType.Struct
        && !other.isNullable()
        && names(other).equals(names(entries))
        && !other.getChildren().get(0).isNullable();
  }

  private static List<String> names(Field struct) {
    return struct.getChildren().stream().map(Field::getName).toList();
  }

  private boolean isStruct() {
    return field.getType() instanceof ArrowType.Struct;
  }

  private Field with(List<Field> children) {
    return new Field(field.getName(), field.getFieldType(), children);
  }

  private void add(String words, Field other) {
    others.add(new OtherField(words, other));
  }
}

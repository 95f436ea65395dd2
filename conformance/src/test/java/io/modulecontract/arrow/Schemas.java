package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Schemas for tests. */
final class Schemas {

  private Schemas() {}

  static Field maybe(String name, ArrowType type, Field... children) {
    return new Field(name, FieldType.nullable(type), List.of(children));
  }

  static Field always(String name, ArrowType type, Field... children) {
    return new Field(name, FieldType.notNullable(type), List.of(children));
  }

  static Field indexed(String name, long id, ArrowType.Int index, ArrowType values) {
    DictionaryEncoding dictionary = new DictionaryEncoding(id, false, index);
    return new Field(name, new FieldType(true, values, dictionary), List.of());
  }

  static TableSchema of(Field... fields) {
    return of(List.of(fields));
  }

  static TableSchema of(List<Field> fields) {
    try {
      return TableSchema.of(new Schema(fields));
    } catch (UnsupportedSchema wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  /** The columns of documents. */
  static TableSchema documents() {
    return of(
        always("id", new ArrowType.Int(64, false)),
        always("content", ArrowType.Utf8.INSTANCE),
        maybe("title", ArrowType.Utf8.INSTANCE),
        always("date", new ArrowType.Timestamp(TimeUnit.SECOND, "+00:00")),
        maybe("score", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)));
  }

  /** A column of each type, but for the decimals that arrow-vector takes for wider ones. */
  static List<Field> allTypes() {
    List<Field> fields = new ArrayList<>();
    for (int bits : new int[] {8, 16, 32, 64}) {
      fields.add(maybe("int" + bits, new ArrowType.Int(bits, true)));
      fields.add(always("uint" + bits, new ArrowType.Int(bits, false)));
    }
    for (FloatingPointPrecision precision : FloatingPointPrecision.values()) {
      fields.add(maybe("float " + precision, new ArrowType.FloatingPoint(precision)));
    }
    fields.add(maybe("bool", ArrowType.Bool.INSTANCE));
    fields.add(maybe("null", ArrowType.Null.INSTANCE));
    fields.add(maybe("decimal128", new ArrowType.Decimal(38, 2, 128)));
    fields.add(maybe("decimal256", new ArrowType.Decimal(76, 3, 256)));
    fields.add(maybe("utf8", ArrowType.Utf8.INSTANCE));
    fields.add(always("large_utf8", ArrowType.LargeUtf8.INSTANCE));
    fields.add(maybe("utf8_view", ArrowType.Utf8View.INSTANCE));
    fields.add(maybe("binary", ArrowType.Binary.INSTANCE));
    fields.add(maybe("large_binary", ArrowType.LargeBinary.INSTANCE));
    fields.add(always("binary_view", ArrowType.BinaryView.INSTANCE));
    fields.add(maybe("fixed_size_binary", new ArrowType.FixedSizeBinary(5)));
    times(fields);
    nested(fields);
    return fields;
  }

  private static void times(List<Field> fields) {
    for (DateUnit unit : DateUnit.values()) {
      fields.add(maybe("date " + unit, new ArrowType.Date(unit)));
    }
    for (TimeUnit unit : TimeUnit.values()) {
      boolean coarse = unit == TimeUnit.SECOND || unit == TimeUnit.MILLISECOND;
      fields.add(maybe("time " + unit, new ArrowType.Time(unit, coarse ? 32 : 64)));
      fields.add(maybe("timestamp " + unit, new ArrowType.Timestamp(unit, null)));
      fields.add(maybe("in Berlin " + unit, new ArrowType.Timestamp(unit, "Europe/Berlin")));
      fields.add(maybe("duration " + unit, new ArrowType.Duration(unit)));
    }
    for (IntervalUnit unit : IntervalUnit.values()) {
      fields.add(maybe("interval " + unit, new ArrowType.Interval(unit)));
    }
  }

  private static void nested(List<Field> fields) {
    Field text = maybe("item", ArrowType.Utf8.INSTANCE);
    Field number = always("item", new ArrowType.Int(32, true));
    fields.add(maybe("list", ArrowType.List.INSTANCE, text));
    fields.add(maybe("large_list", ArrowType.LargeList.INSTANCE, number));
    fields.add(maybe("fixed_size_list", new ArrowType.FixedSizeList(3), text));
    fields.add(maybe("list_view", ArrowType.ListView.INSTANCE, number));
    fields.add(maybe("large_list_view", ArrowType.LargeListView.INSTANCE, text));
    Field flags = maybe("flags", ArrowType.List.INSTANCE, maybe("flag", ArrowType.Bool.INSTANCE));
    fields.add(
        maybe(
            "struct",
            ArrowType.Struct.INSTANCE,
            maybe("text", ArrowType.Utf8.INSTANCE),
            number,
            flags));
    Field entries =
        always(
            "entries",
            ArrowType.Struct.INSTANCE,
            always("key", ArrowType.Utf8.INSTANCE),
            maybe("value", new ArrowType.Int(64, true)));
    fields.add(maybe("map", new ArrowType.Map(false), entries));
    fields.add(indexed("indexed", 7, new ArrowType.Int(8, true), ArrowType.Utf8.INSTANCE));
    Field inside = indexed("number", 9, new ArrowType.Int(16, false), new ArrowType.Int(64, true));
    fields.add(maybe("indexed inside", ArrowType.Struct.INSTANCE, inside));
  }

  /** All that the suite makes and reads. */
  static TableSchema everything() {
    List<Field> fields = allTypes();
    fields.add(maybe("decimal32", new ArrowType.Decimal(9, 2, 32)));
    fields.add(always("decimal64", new ArrowType.Decimal(18, -3, 64)));
    return of(fields);
  }
}

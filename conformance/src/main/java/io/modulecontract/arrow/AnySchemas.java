package io.modulecontract.arrow;

import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * Schemas of one column each, of every type that a function of any schema must know: all but
 * dictionaries, views, runs, unions and decimals of less than 128 bits, which many libraries do not
 * read yet.
 */
public final class AnySchemas {

  private static final int[] INTS = {8, 16, 32, 64};
  private static final String ZONE = "Europe/Vienna";

  private AnySchemas() {}

  /** All of them, the simple types first. */
  public static List<TableSchema> all() {
    return Stream.concat(simple().map(AnySchemas::column), nested())
        .map(column -> TableSchema.ofOwn(List.of(column)))
        .toList();
  }

  private static Stream<ArrowType> simple() {
    Stream.Builder<ArrowType> types = Stream.builder();
    types.add(ArrowType.Null.INSTANCE).add(ArrowType.Bool.INSTANCE);
    for (int width : INTS) {
      types.add(new ArrowType.Int(width, true)).add(new ArrowType.Int(width, false));
    }
    for (FloatingPointPrecision precision : FloatingPointPrecision.values()) {
      types.add(new ArrowType.FloatingPoint(precision));
    }
    types.add(new ArrowType.Decimal(10, 2, 128)).add(new ArrowType.Decimal(38, 0, 128));
    types.add(new ArrowType.Decimal(76, 7, 256));
    for (DateUnit unit : DateUnit.values()) {
      types.add(new ArrowType.Date(unit));
    }
    for (TimeUnit unit : TimeUnit.values()) {
      boolean coarse = unit == TimeUnit.SECOND || unit == TimeUnit.MILLISECOND;
      types.add(new ArrowType.Time(unit, coarse ? 32 : 64));
      types.add(new ArrowType.Timestamp(unit, null)).add(new ArrowType.Timestamp(unit, ZONE));
      types.add(new ArrowType.Duration(unit));
    }
    for (IntervalUnit unit : IntervalUnit.values()) {
      types.add(new ArrowType.Interval(unit));
    }
    types.add(ArrowType.Utf8.INSTANCE).add(ArrowType.Binary.INSTANCE);
    types.add(ArrowType.LargeUtf8.INSTANCE).add(ArrowType.LargeBinary.INSTANCE);
    types.add(new ArrowType.FixedSizeBinary(5));
    return types.build();
  }

  private static Stream<Field> nested() {
    Field number = column(new ArrowType.Int(32, true));
    Field text = column(ArrowType.Utf8.INSTANCE);
    Field list = column(ArrowType.List.INSTANCE, text);
    Field key = new Field("key", FieldType.notNullable(ArrowType.Utf8.INSTANCE), null);
    FieldType struct = FieldType.notNullable(ArrowType.Struct.INSTANCE);
    Field entries = new Field("entries", struct, List.of(key, named("value", number)));
    return Stream.of(
        list,
        column(ArrowType.LargeList.INSTANCE, number),
        column(new ArrowType.FixedSizeList(3), number),
        column(ArrowType.Struct.INSTANCE, number, named("text", text)),
        column(new ArrowType.Map(false), entries),
        column(ArrowType.List.INSTANCE, column(ArrowType.Struct.INSTANCE, list)));
  }

  private static Field column(ArrowType type, Field... children) {
    return new Field("column", FieldType.nullable(type), List.of(children));
  }

  private static Field named(String name, Field field) {
    return new Field(name, field.getFieldType(), field.getChildren());
  }
}

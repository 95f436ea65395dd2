package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;

/** Makes the plan of a column from its field. */
final class Plans {

  static final int DEEPEST = 64;

  private Plans() {}

  static List<ColumnPlan> of(List<Field> fields) throws UnsupportedSchema {
    return of(fields, "", 0, false);
  }

  private static List<ColumnPlan> of(List<Field> fields, String outer, int depth, boolean inside)
      throws UnsupportedSchema {
    List<ColumnPlan> plans = new ArrayList<>(fields.size());
    for (Field field : fields) {
      String name = field.getName() == null ? "" : field.getName();
      plans.add(of(field, outer.isEmpty() ? name : outer + "." + name, depth, inside));
    }
    return plans;
  }

  private static ColumnPlan of(Field field, String path, int depth, boolean inside)
      throws UnsupportedSchema {
    if (depth >= DEEPEST) {
      throw refused(path, field, "columns are nested no deeper than " + DEEPEST);
    }
    DictionaryEncoding dictionary = field.getDictionary();
    if (dictionary == null) {
      return plain(field, path, depth, inside);
    }
    if (inside) {
      throw refused(path, field, "a dictionary within a dictionary is not served");
    }
    ArrowType.Int index = dictionary.getIndexType();
    ColumnPlan values = plain(field, path, depth, true);
    Scalar scalar = index.getIsSigned() ? Scalar.INT : Scalar.UINT;
    int width = index.getBitWidth() / 8;
    return new ColumnPlan(field, path, Storage.FIXED, scalar, width, List.of(), values);
  }

  private static ColumnPlan plain(Field field, String path, int depth, boolean inside)
      throws UnsupportedSchema {
    ArrowType type = field.getType();
    Storage storage = storage(field, path);
    List<ColumnPlan> children = of(field.getChildren(), path, depth + 1, inside);
    checkChildren(field, path);
    Scalar scalar = scalar(type);
    return new ColumnPlan(field, path, storage, scalar, width(type, scalar), children, null);
  }

  private static Storage storage(Field field, String path) throws UnsupportedSchema {
    return switch (field.getType().getTypeID()) {
      case Null -> Storage.NONE;
      case Bool -> Storage.BITS;
      case Int,
          FloatingPoint,
          Decimal,
          Date,
          Time,
          Timestamp,
          Interval,
          Duration,
          FixedSizeBinary ->
          Storage.FIXED;
      case Utf8, Binary -> Storage.VARIABLE_32;
      case LargeUtf8, LargeBinary -> Storage.VARIABLE_64;
      case Utf8View, BinaryView -> Storage.VIEWS;
      case List, Map -> Storage.LIST_32;
      case LargeList -> Storage.LIST_64;
      case ListView -> Storage.LIST_VIEW_32;
      case LargeListView -> Storage.LIST_VIEW_64;
      case FixedSizeList -> Storage.FIXED_LIST;
      case Struct -> Storage.STRUCT;
      case Union, RunEndEncoded, NONE ->
          throw refused(path, field, "the suite makes and reads all types but unions and runs");
    };
  }

  private static Scalar scalar(ArrowType type) {
    return switch (type.getTypeID()) {
      case Bool -> Scalar.BOOL;
      case Int -> ((ArrowType.Int) type).getIsSigned() ? Scalar.INT : Scalar.UINT;
      case Date, Time, Timestamp, Duration -> Scalar.INT;
      case FloatingPoint -> floating(((ArrowType.FloatingPoint) type).getPrecision());
      case Decimal -> Scalar.DECIMAL;
      case Interval ->
          switch (((ArrowType.Interval) type).getUnit()) {
            case YEAR_MONTH -> Scalar.INT;
            case DAY_TIME -> Scalar.DAY_TIME;
            case MONTH_DAY_NANO -> Scalar.MONTH_DAY_NANO;
          };
      case FixedSizeBinary, Binary, LargeBinary, BinaryView -> Scalar.BYTES;
      case Utf8, LargeUtf8, Utf8View -> Scalar.TEXT;
      default -> Scalar.NONE;
    };
  }

  private static Scalar floating(FloatingPointPrecision precision) {
    return switch (precision) {
      case HALF -> Scalar.HALF;
      case SINGLE -> Scalar.FLOAT;
      case DOUBLE -> Scalar.DOUBLE;
    };
  }

  private static int width(ArrowType type, Scalar scalar) {
    return switch (type.getTypeID()) {
      case Int -> ((ArrowType.Int) type).getBitWidth() / 8;
      case FloatingPoint -> scalar == Scalar.HALF ? 2 : scalar == Scalar.FLOAT ? 4 : 8;
      case Decimal -> ((ArrowType.Decimal) type).getBitWidth() / 8;
      case Date ->
          switch (((ArrowType.Date) type).getUnit()) {
            case DAY -> 4;
            case MILLISECOND -> 8;
          };
      case Time -> ((ArrowType.Time) type).getBitWidth() / 8;
      case Timestamp, Duration -> 8;
      case Interval -> scalar == Scalar.INT ? 4 : scalar == Scalar.DAY_TIME ? 8 : 16;
      case FixedSizeBinary -> ((ArrowType.FixedSizeBinary) type).getByteWidth();
      case FixedSizeList -> ((ArrowType.FixedSizeList) type).getListSize();
      default -> 0;
    };
  }

  private static void checkChildren(Field field, String path) throws UnsupportedSchema {
    int count = field.getChildren().size();
    switch (field.getType().getTypeID()) {
      case List, LargeList, ListView, LargeListView, FixedSizeList -> {
        if (count != 1) {
          throw refused(path, field, "a list has one child column, this one has " + count);
        }
      }
      case Map -> {
        if (count != 1
            || !(field.getChildren().get(0).getType() instanceof ArrowType.Struct)
            || field.getChildren().get(0).getChildren().size() != 2) {
          throw refused(path, field, "a map has one child column, a struct of key and value");
        }
      }
      case Struct -> {}
      default -> {
        if (count != 0) {
          throw refused(path, field, "only nested types have child columns");
        }
      }
    }
  }

  private static UnsupportedSchema refused(String path, Field field, String why) {
    return new UnsupportedSchema(
        "column `" + path + "` of type " + TypeText.of(field.getType()) + ": " + why);
  }
}

package io.modulecontract.arrow;

import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Reads a type: its number in the format and its details. */
final class TypeScan {

  private TypeScan() {}

  static ArrowType of(int number, FlatTable details) {
    return switch (number) {
      case 1 -> ArrowType.Null.INSTANCE;
      case 2 -> integer(details);
      case 3 -> new ArrowType.FloatingPoint(one(FloatingPointPrecision.values(), details, 0));
      case 4 -> ArrowType.Binary.INSTANCE;
      case 5 -> ArrowType.Utf8.INSTANCE;
      case 6 -> ArrowType.Bool.INSTANCE;
      case 7 -> decimal(details);
      case 8 -> new ArrowType.Date(one(DateUnit.values(), details, 1));
      case 9 -> time(details);
      case 10 -> new ArrowType.Timestamp(one(TimeUnit.values(), details, 0), details.text(1));
      case 11 -> new ArrowType.Interval(one(IntervalUnit.values(), details, 0));
      case 12 -> ArrowType.List.INSTANCE;
      case 13 -> ArrowType.Struct.INSTANCE;
      case 14 -> new ArrowType.Union(one(UnionMode.values(), details, 0), new int[0]);
      case 15 -> new ArrowType.FixedSizeBinary(size(details, "bytes of each value"));
      case 16 -> new ArrowType.FixedSizeList(size(details, "values of each list"));
      case 17 -> new ArrowType.Map(details.flag(0));
      case 18 -> new ArrowType.Duration(one(TimeUnit.values(), details, 1));
      case 19 -> ArrowType.LargeBinary.INSTANCE;
      case 20 -> ArrowType.LargeUtf8.INSTANCE;
      case 21 -> ArrowType.LargeList.INSTANCE;
      case 22 -> ArrowType.RunEndEncoded.INSTANCE;
      case 23 -> ArrowType.BinaryView.INSTANCE;
      case 24 -> ArrowType.Utf8View.INSTANCE;
      case 25 -> ArrowType.ListView.INSTANCE;
      case 26 -> ArrowType.LargeListView.INSTANCE;
      default -> throw wrong("a type with a number from 1 to 26", number);
    };
  }

  static ArrowType.Int integer(FlatTable details) {
    int bits = details.i32(0, 0);
    if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
      throw wrong("an integer of 8, 16, 32 or 64 bits", bits);
    }
    return new ArrowType.Int(bits, details.flag(1));
  }

  private static ArrowType decimal(FlatTable details) {
    int precision = details.i32(0, 0);
    int scale = details.i32(1, 0);
    int bits = details.i32(2, 128);
    int most =
        switch (bits) {
          case 32 -> 9;
          case 64 -> 18;
          case 128 -> 38;
          case 256 -> 76;
          default -> throw wrong("a decimal of 32, 64, 128 or 256 bits", bits);
        };
    if (precision < 1 || precision > most) {
      throw wrong("a decimal of 1 to " + most + " digits", precision);
    }
    return new ArrowType.Decimal(precision, scale, bits);
  }

  private static ArrowType time(FlatTable details) {
    TimeUnit unit = one(TimeUnit.values(), details, 1);
    int bits = details.i32(1, 32);
    int right = unit == TimeUnit.SECOND || unit == TimeUnit.MILLISECOND ? 32 : 64;
    if (bits != right) {
      throw wrong("a time of day in " + TypeText.unit(unit) + " of " + right + " bits", bits);
    }
    return new ArrowType.Time(unit, bits);
  }

  private static int size(FlatTable details, String what) {
    int size = details.i32(0, 0);
    if (size < 0) {
      throw wrong("how many " + what, size);
    }
    return size;
  }

  /** The constants of these enums stand in the order of the format's numbers. */
  private static <E extends Enum<E>> E one(E[] all, FlatTable details, int leftOut) {
    int number = details.i16(0, leftOut);
    if (number < 0 || number >= all.length) {
      throw wrong("a number from 0 to " + (all.length - 1), number);
    }
    return all[number];
  }

  private static ReadStop wrong(String expected, Object found) {
    return new ReadStop(FlawKind.SCHEMA, "type", expected, found);
  }
}

package io.modulecontract.arrow;

import java.util.List;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * Types that are nearly another: of the same kind, with another width, unit, scale or time zone, or
 * of the kind that is taken for it first. Who looks at a type's kind alone takes one for the other.
 */
final class NearTypes {

  private static final String ZONE = "+01:00";

  private NearTypes() {}

  static List<ArrowType> of(ArrowType type) {
    if (type instanceof ArrowType.Int number) {
      return List.of(new ArrowType.Int(number.getBitWidth(), !number.getIsSigned()));
    } else if (type instanceof ArrowType.FloatingPoint number) {
      boolean single = number.getPrecision() == FloatingPointPrecision.SINGLE;
      return List.of(
          new ArrowType.FloatingPoint(
              single ? FloatingPointPrecision.DOUBLE : FloatingPointPrecision.SINGLE));
    } else if (type instanceof ArrowType.Decimal number) {
      return decimals(number.getPrecision(), number.getScale(), number.getBitWidth());
    } else if (type instanceof ArrowType.Date date) {
      boolean days = date.getUnit() == DateUnit.DAY;
      return List.of(new ArrowType.Date(days ? DateUnit.MILLISECOND : DateUnit.DAY));
    } else if (type instanceof ArrowType.Time time) {
      return List.of(new ArrowType.Time(sameWidth(time.getUnit()), time.getBitWidth()));
    } else if (type instanceof ArrowType.Timestamp time) {
      return timestamps(time.getUnit(), time.getTimezone());
    } else if (type instanceof ArrowType.Duration time) {
      return List.of(new ArrowType.Duration(next(time.getUnit())));
    } else if (type instanceof ArrowType.Interval interval) {
      boolean months = interval.getUnit() == IntervalUnit.YEAR_MONTH;
      return List.of(
          new ArrowType.Interval(months ? IntervalUnit.DAY_TIME : IntervalUnit.YEAR_MONTH));
    } else if (type instanceof ArrowType.FixedSizeBinary binary) {
      return List.of(new ArrowType.FixedSizeBinary(binary.getByteWidth() + 1));
    } else if (type instanceof ArrowType.FixedSizeList list) {
      return List.of(new ArrowType.FixedSizeList(list.getListSize() + 1));
    }
    return switch (type.getTypeID()) {
      case Bool -> List.of(new ArrowType.Int(8, true));
      case Utf8 -> List.of(ArrowType.LargeUtf8.INSTANCE, ArrowType.Binary.INSTANCE);
      case LargeUtf8 -> List.of(ArrowType.LargeBinary.INSTANCE);
      case Binary, LargeBinary -> List.of(ArrowType.Utf8.INSTANCE);
      case List -> List.of(ArrowType.LargeList.INSTANCE);
      case LargeList -> List.of(ArrowType.List.INSTANCE);
      default -> List.of();
    };
  }

  private static List<ArrowType> decimals(int precision, int scale, int width) {
    int digits = precision > 1 ? precision - 1 : precision + 1;
    return List.of(
        new ArrowType.Decimal(digits, Math.min(scale, digits), width),
        new ArrowType.Decimal(precision, scale > 0 ? scale - 1 : scale + 1, width));
  }

  private static List<ArrowType> timestamps(TimeUnit unit, @Nullable String zone) {
    ArrowType otherUnit = new ArrowType.Timestamp(next(unit), zone);
    ArrowType otherZone = new ArrowType.Timestamp(unit, ZONE.equals(zone) ? "-01:00" : ZONE);
    return zone == null
        ? List.of(otherUnit, otherZone)
        : List.of(otherUnit, otherZone, new ArrowType.Timestamp(unit, null));
  }

  private static TimeUnit next(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> TimeUnit.MILLISECOND;
      case MILLISECOND -> TimeUnit.MICROSECOND;
      case MICROSECOND -> TimeUnit.NANOSECOND;
      case NANOSECOND -> TimeUnit.SECOND;
    };
  }

  /** Seconds and their thousandths have 32 bits, all finer units 64. */
  private static TimeUnit sameWidth(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> TimeUnit.MILLISECOND;
      case MILLISECOND -> TimeUnit.SECOND;
      case MICROSECOND -> TimeUnit.NANOSECOND;
      case NANOSECOND -> TimeUnit.MICROSECOND;
    };
  }
}

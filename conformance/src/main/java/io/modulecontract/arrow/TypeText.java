package io.modulecontract.arrow;

import java.util.Locale;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Types in short words, as Arrow's own pages name them. */
final class TypeText {

  private TypeText() {}

  static String of(ArrowType type) {
    if (type instanceof ArrowType.Int number) {
      return (number.getIsSigned() ? "int" : "uint") + number.getBitWidth();
    } else if (type instanceof ArrowType.FloatingPoint number) {
      return switch (number.getPrecision()) {
        case HALF -> "float16";
        case SINGLE -> "float32";
        case DOUBLE -> "float64";
      };
    } else if (type instanceof ArrowType.Decimal number) {
      return "decimal"
          + number.getBitWidth()
          + "("
          + number.getPrecision()
          + ", "
          + number.getScale()
          + ")";
    } else if (type instanceof ArrowType.Date date) {
      return date.getUnit() == DateUnit.DAY ? "date32" : "date64";
    } else if (type instanceof ArrowType.Time time) {
      return "time" + time.getBitWidth() + "(" + unit(time.getUnit()) + ")";
    } else if (type instanceof ArrowType.Timestamp time) {
      String zone = time.getTimezone();
      return "timestamp(" + unit(time.getUnit()) + (zone == null ? ")" : ", " + zone + ")");
    } else if (type instanceof ArrowType.Duration time) {
      return "duration(" + unit(time.getUnit()) + ")";
    } else if (type instanceof ArrowType.Interval interval) {
      return "interval(" + interval.getUnit().name().toLowerCase(Locale.ROOT) + ")";
    } else if (type instanceof ArrowType.FixedSizeBinary binary) {
      return "fixed_size_binary(" + binary.getByteWidth() + ")";
    } else if (type instanceof ArrowType.FixedSizeList list) {
      return "fixed_size_list(" + list.getListSize() + ")";
    }
    // LargeUtf8 -> large_utf8
    String name = type.getTypeID().name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    return name.toLowerCase(Locale.ROOT);
  }

  static String unit(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> "s";
      case MILLISECOND -> "ms";
      case MICROSECOND -> "us";
      case NANOSECOND -> "ns";
    };
  }
}

package io.modulecontract.arrow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** Values as a report shows them: text in quotes, dates as dates, long values cut. */
public final class ValueText {

  private static final int MOST = 60;
  private static final int MOST_PARTS = 8;
  private static final long DAY = 86_400_000;
  private static final long FARTHEST = Instant.MAX.getEpochSecond();

  private ValueText() {}

  /** A value of a column of the table. */
  public static String of(TableSchema schema, int column, @Nullable Object value) {
    return of(schema.plans().get(column), value);
  }

  static String of(ColumnPlan column, @Nullable Object value) {
    ColumnPlan plan = column.encoded() ? column.dictionaryValues() : column;
    if (value == null) {
      return "null";
    } else if (value instanceof String text) {
      return quoted(text);
    } else if (value instanceof Long number) {
      return number(plan, number);
    } else if (value instanceof List<?> parts) {
      return plan.storage() == Storage.STRUCT ? struct(plan, parts) : list(plan, parts);
    }
    return String.valueOf(value);
  }

  private static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int end = text.length() > MOST ? text.offsetByCodePoints(0, points(text)) : text.length();
    text.substring(0, end)
        .codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                shown.append('\\').append((char) point);
              } else if (point < ' ' || (point >= 0x7F && point < 0xA0)) {
                shown.append(String.format("\\u%04x", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    shown.append('"');
    return end < text.length()
        ? shown + "… (" + text.codePointCount(0, text.length()) + " characters)"
        : shown.toString();
  }

  private static int points(String text) {
    return Math.min(MOST, text.codePointCount(0, text.length()));
  }

  private static String list(ColumnPlan plan, List<?> parts) {
    String more = parts.size() > MOST_PARTS ? ", … (" + parts.size() + " values)" : "";
    return parts.stream()
        .limit(MOST_PARTS)
        .map(part -> of(plan.child(), part))
        .collect(Collectors.joining(", ", "[", more + "]"));
  }

  private static String struct(ColumnPlan plan, List<?> parts) {
    return IntStream.range(0, parts.size())
        .mapToObj(
            i -> {
              ColumnPlan child = plan.children().get(i);
              return child.field().getName() + ": " + of(child, parts.get(i));
            })
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String number(ColumnPlan plan, long number) {
    ArrowType type = plan.type();
    if (type instanceof ArrowType.Date date) {
      boolean days = date.getUnit() == DateUnit.DAY;
      return LocalDate.ofEpochDay(days ? number : Math.floorDiv(number, DAY)).toString();
    } else if (type instanceof ArrowType.Timestamp time) {
      String zone = time.getTimezone() == null ? "" : " UTC";
      return instant(number, time.getUnit()) + zone;
    } else if (type instanceof ArrowType.Time time) {
      long perDay = 86_400 * perSecond(time.getUnit());
      return number < 0 || number >= perDay
          ? number + " " + TypeText.unit(time.getUnit())
          : LocalTime.ofNanoOfDay(number * (1_000_000_000 / perSecond(time.getUnit()))).toString();
    } else if (type instanceof ArrowType.Duration time) {
      return number + " " + TypeText.unit(time.getUnit());
    } else if (type instanceof ArrowType.Interval) {
      return number + " months";
    }
    return plan.scalar() == Scalar.UINT ? Long.toUnsignedString(number) : Long.toString(number);
  }

  private static String instant(long number, TimeUnit unit) {
    long perSecond = perSecond(unit);
    long seconds = Math.floorDiv(number, perSecond);
    if (seconds > FARTHEST || seconds < -FARTHEST) {
      return number + " " + TypeText.unit(unit);
    }
    long nanos = Math.floorMod(number, perSecond) * (1_000_000_000 / perSecond);
    String text = Instant.ofEpochSecond(seconds, nanos).toString();
    return text.substring(0, text.length() - 1);
  }

  static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> 1;
      case MILLISECOND -> 1_000;
      case MICROSECOND -> 1_000_000;
      case NANOSECOND -> 1_000_000_000;
    };
  }
}

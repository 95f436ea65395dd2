package io.modulecontract.arrow;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** Dates, times of day and timestamps as ISO 8601 writes them; a space may stand for the T. */
final class IsoTimes {

  private static final long DAY = 86_400_000;

  private IsoTimes() {}

  /**
   * The number that a column holds for a text; null if the column holds no dates or times, the text
   * is none, or the column's unit is too coarse for it. A timestamp of a column with a zone needs
   * an offset, one without has none.
   */
  static @Nullable Long read(ArrowType type, String text) {
    try {
      if (type instanceof ArrowType.Date date) {
        long day = LocalDate.parse(text).toEpochDay();
        return date.getUnit() == DateUnit.DAY ? day : Math.multiplyExact(day, DAY);
      } else if (type instanceof ArrowType.Time time) {
        return number(0, LocalTime.parse(text).toNanoOfDay(), time.getUnit());
      } else if (type instanceof ArrowType.Timestamp time) {
        String iso = text.replace(' ', 'T');
        Instant instant =
            time.getTimezone() == null
                ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(iso).toInstant();
        return number(instant.getEpochSecond(), instant.getNano(), time.getUnit());
      }
      return null;
    } catch (DateTimeException | ArithmeticException wrong) {
      return null;
    }
  }

  /** Null if the unit is too coarse for it, or has no number for it. */
  private static @Nullable Long number(long seconds, long nanos, TimeUnit unit) {
    long perSecond = ValueText.perSecond(unit);
    long nanosPerUnit = 1_000_000_000 / perSecond;
    if (nanos % nanosPerUnit != 0) {
      return null;
    }
    BigInteger number =
        BigInteger.valueOf(seconds)
            .multiply(BigInteger.valueOf(perSecond))
            .add(BigInteger.valueOf(nanos / nanosPerUnit));
    return number.bitLength() < 64 ? number.longValue() : null;
  }

  /** What such a text looks like, as the beginning of a sentence about what was expected. */
  static String example(ArrowType type) {
    if (type instanceof ArrowType.Date) {
      return "a date as \"2024-02-29\" or ";
    } else if (type instanceof ArrowType.Time time) {
      return "a time as \"23:59:00\", no finer than " + TypeText.unit(time.getUnit()) + ", or ";
    } else if (type instanceof ArrowType.Timestamp time) {
      String zone = time.getTimezone() == null ? "" : "Z";
      return "a time as \"2024-02-29T12:00:00"
          + zone
          + "\", no finer than "
          + TypeText.unit(time.getUnit())
          + ", or ";
    }
    return "";
  }
}

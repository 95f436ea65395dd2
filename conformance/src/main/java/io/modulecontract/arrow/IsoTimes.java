package io.modulecontract.arrow;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** Dates and timestamps as ISO 8601 writes them. */
final class IsoTimes {

  private static final long DAY = 86_400_000;

  private IsoTimes() {}

  /**
   * The number that a column holds for a text; null if the column holds no dates or timestamps, or
   * the text is none. A timestamp of a column with a zone needs an offset, one without has none.
   */
  static @Nullable Long read(ArrowType type, String text) {
    try {
      if (type instanceof ArrowType.Date date) {
        long day = LocalDate.parse(text).toEpochDay();
        return date.getUnit() == DateUnit.DAY ? day : day * DAY;
      }
      if (type instanceof ArrowType.Timestamp time) {
        Instant instant =
            time.getTimezone() == null
                ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
        return number(instant, time.getUnit());
      }
      return null;
    } catch (DateTimeException wrong) {
      return null;
    }
  }

  /** Null if the unit is too coarse for it, or has no number for it. */
  private static @Nullable Long number(Instant instant, TimeUnit unit) {
    long perSecond = ValueText.perSecond(unit);
    long nanosPerUnit = 1_000_000_000 / perSecond;
    if (instant.getNano() % nanosPerUnit != 0) {
      return null;
    }
    BigInteger number =
        BigInteger.valueOf(instant.getEpochSecond())
            .multiply(BigInteger.valueOf(perSecond))
            .add(BigInteger.valueOf(instant.getNano() / nanosPerUnit));
    return number.bitLength() < 64 ? number.longValue() : null;
  }

  /** What such a text looks like, as the beginning of a sentence about what was expected. */
  static String example(ArrowType type) {
    if (type instanceof ArrowType.Date) {
      return "a date as \"2024-02-29\" or ";
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

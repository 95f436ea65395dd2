package io.modulecontract.cli.table;

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

/** Dates and times as a user writes them, and as the whole numbers that columns hold. */
final class Times {

  private static final long DAY = 86_400_000;
  private static final long NANOS = 1_000_000_000;

  private Times() {}

  /** Whether these are a column's values. */
  static boolean serves(ArrowType type) {
    return type instanceof ArrowType.Date
        || type instanceof ArrowType.Time
        || type instanceof ArrowType.Timestamp
        || type instanceof ArrowType.Duration;
  }

  /** A value in the column's unit. */
  static Long of(ArrowType type, String text) throws Misfit {
    if (text.matches("[+-]?[0-9]{1,18}")) {
      return Long.valueOf(text);
    }
    try {
      if (type instanceof ArrowType.Date date) {
        long days = LocalDate.parse(text).toEpochDay();
        return date.getUnit() == DateUnit.DAY ? days : Math.multiplyExact(days, DAY);
      } else if (type instanceof ArrowType.Time time) {
        return exact(0, LocalTime.parse(text).toNanoOfDay(), time.getUnit());
      } else if (type instanceof ArrowType.Timestamp stamp) {
        Instant instant =
            stamp.getTimezone() == null
                ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        return exact(instant.getEpochSecond(), instant.getNano(), stamp.getUnit());
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new Misfit(expected(type), '"' + text + '"');
    }
    throw new Misfit(expected(type), '"' + text + '"');
  }

  private static String expected(ArrowType type) {
    if (type instanceof ArrowType.Date) {
      return "a date such as 2024-02-29";
    } else if (type instanceof ArrowType.Time) {
      return "a time such as 23:59:00, no finer than the column's unit";
    } else if (type instanceof ArrowType.Timestamp stamp) {
      return "a time such as 2024-02-29T23:59:00"
          + (stamp.getTimezone() == null ? "" : "Z")
          + ", no finer than the column's unit, or a whole number of units";
    }
    return "a whole number of units";
  }

  /** What a column of this unit cannot hold is not rounded. */
  private static long exact(long seconds, long nanos, TimeUnit unit) {
    long perSecond =
        switch (unit) {
          case SECOND -> 1;
          case MILLISECOND -> 1_000;
          case MICROSECOND -> 1_000_000;
          case NANOSECOND -> NANOS;
        };
    BigInteger all =
        BigInteger.valueOf(seconds)
            .multiply(BigInteger.valueOf(NANOS))
            .add(BigInteger.valueOf(nanos));
    BigInteger[] parts = all.divideAndRemainder(BigInteger.valueOf(NANOS / perSecond));
    if (parts[1].signum() != 0) {
      throw new ArithmeticException("finer than the unit");
    }
    return parts[0].longValueExact();
  }
}

package io.modulecontract.abi;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and times as people write them, on a command line and in a descriptor. */
public final class Quantity {

  /** What a size must look like, for messages. */
  public static final String A_SIZE = "a size such as 128MiB or 2048pages";

  /** What a time must look like, for messages. */
  public static final String A_TIME = "a time such as 5s or 250ms";

  /** Which sizes there are, for messages. */
  public static final String SIZES = "64KiB to " + Limits.MOST_PAGES * U32.PAGE / 1024 + "KiB";

  /** Which times there are, for messages. */
  public static final String TIMES = "1ms to " + Limits.LONGEST.toMinutes() + "min";

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12})\\s*([A-Za-z]*)");
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30, "pages", U32.PAGE);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L);

  private Quantity() {}

  /** Bytes; empty when it is no {@link #A_SIZE}. */
  public static OptionalLong bytes(String text) {
    return number(text, BYTES);
  }

  /** Milliseconds; empty when it is no {@link #A_TIME}. */
  public static OptionalLong millis(String text) {
    return number(text, MILLIS);
  }

  /** Bytes in whole pages, rounded down; empty when they are none of the {@link #SIZES}. */
  public static OptionalInt pages(long bytes) {
    long pages = bytes / U32.PAGE;
    return pages < 1 || pages > Limits.MOST_PAGES
        ? OptionalInt.empty()
        : OptionalInt.of((int) pages);
  }

  /** A deadline; empty when it is none of the {@link #TIMES}. */
  public static Optional<Duration> deadline(long millis) {
    return millis < 1 || millis > Limits.LONGEST.toMillis()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(millis));
  }

  private static OptionalLong number(String text, Map<String, Long> units) {
    Matcher matcher = NUMBER.matcher(text.strip());
    Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
    return unit == null
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(matcher.group(1)) * unit);
  }
}

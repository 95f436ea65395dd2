package io.modulecontract.cli;

import io.modulecontract.abi.Quantity;
import io.modulecontract.fuzz.FuzzEngine;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of the options of {@code fuzz} are written. An empty one means the default. */
final class FuzzConverters {

  /** Where reports go when nobody says: beside those of checks, whose findings stay. */
  static final String REPORT_DIR = "target/module-contract-fuzz";

  private static final int MOST_JOBS = 256;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  private FuzzConverters() {}

  /** {@code 60s}, {@code 10min}, {@code 2h}. */
  static final class Times implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      OptionalLong millis = Quantity.millis(text.isEmpty() ? "60s" : text);
      if (millis.isEmpty()) {
        throw wrong("expected a time such as 60s, 10min or 2h, found '" + text + "'");
      }
      Duration time = Duration.ofMillis(millis.getAsLong());
      if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
        throw wrong("expected a time from 1s to " + LONGEST.toHours() + "h, found '" + text + "'");
      }
      return time;
    }
  }

  /** A number of processes. */
  static final class Jobs implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      String number = text.isEmpty() ? "1" : text;
      if (!number.matches("[0-9]{1,3}")
          || Integer.parseInt(number) < 1
          || Integer.parseInt(number) > MOST_JOBS) {
        throw wrong("expected a number from 1 to " + MOST_JOBS + ", found '" + text + "'");
      }
      return Integer.valueOf(number);
    }
  }

  /** {@code jazzer}, {@code random}. */
  static final class Engines implements ITypeConverter<FuzzEngine> {
    @Override
    public FuzzEngine convert(String text) {
      if (text.isEmpty()) {
        return FuzzEngine.best();
      }
      FuzzEngine engine =
          FuzzEngine.byName(text.toLowerCase(Locale.ROOT))
              .orElseThrow(() -> wrong("expected " + FuzzEngine.NAMES + ", found '" + text + "'"));
      if (engine == FuzzEngine.JAZZER && FuzzEngine.best() != engine) {
        throw wrong("Jazzer has no library for this platform: the engine random runs here");
      }
      return engine;
    }
  }

  /** The report directory. */
  static final class ReportDirs implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      try {
        return Path.of(text.isEmpty() ? REPORT_DIR : text);
      } catch (InvalidPathException e) {
        throw wrong("expected a name that this locale can write, found '" + text + "'");
      }
    }
  }

  private static TypeConversionException wrong(String message) {
    return new TypeConversionException(message);
  }
}

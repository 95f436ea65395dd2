package io.modulecontract.cli;

import io.modulecontract.abi.U32;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.Policy;
import io.modulecontract.spec.Clause;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How the values of options are written, and what is said when they are not. An empty value means
 * the default everywhere: that is what a build passes on for a property that nobody set.
 */
final class Converters {

  /** Where reports go when nobody says. */
  static final String REPORT_DIR = "target/module-contract";

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12})\\s*([A-Za-z]*)");
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30, "pages", U32.PAGE);
  private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "min", 60_000L);

  private static final long MOST_MILLIS = 60 * 60_000L;

  private Converters() {}

  /** A file that must have a name. */
  static final class Files implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (text.isEmpty()) {
        throw wrong("expected the name of a file, found ''");
      }
      return path(text);
    }
  }

  /** The descriptor; nothing means the one beside the module. */
  static final class Descriptors implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return path(text);
    }
  }

  /** The report directory. */
  static final class ReportDirs implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return path(text.isEmpty() ? REPORT_DIR : text);
    }
  }

  /** {@code ALLOC-04}, or several with commas between; nothing means all. */
  static final class Clauses implements ITypeConverter<Set<Clause>> {
    @Override
    public Set<Clause> convert(String text) {
      if (text.isEmpty()) {
        return EnumSet.allOf(Clause.class);
      }
      Set<Clause> clauses = EnumSet.noneOf(Clause.class);
      for (String id : text.split(",", -1)) {
        clauses.add(clause(id));
      }
      return clauses;
    }
  }

  /** {@code ALLOC-04}. */
  static final class OneClause implements ITypeConverter<Clause> {
    @Override
    public Clause convert(String text) {
      return clause(text);
    }
  }

  /** {@code quick}, {@code standard}, {@code thorough}. */
  static final class Efforts implements ITypeConverter<Effort> {
    @Override
    public Effort convert(String text) {
      return Effort.byName(text.isEmpty() ? Effort.STANDARD.id() : text.toLowerCase(Locale.ROOT))
          .orElseThrow(() -> wrong("expected " + Effort.names() + ", found '" + text + "'"));
    }
  }

  /** {@code 128MiB}, rounded down to whole pages. */
  static final class MemoryPages implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.isEmpty()) {
        return Policy.DEFAULT.memoryPages();
      }
      long bytes = number(text, BYTES, "a size such as 128MiB or 2048pages");
      long pages = bytes / U32.PAGE;
      if (pages < 1 || pages > Policy.MOST_PAGES) {
        throw wrong(
            "expected 64KiB to "
                + Policy.MOST_PAGES * U32.PAGE / 1024
                + "KiB, found '"
                + text
                + "'");
      }
      return (int) pages;
    }
  }

  /** {@code 5s}. */
  static final class Deadlines implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (text.isEmpty()) {
        return Policy.DEFAULT.deadline();
      }
      long millis = number(text, MILLIS, "a time such as 5s or 250ms");
      if (millis < 1 || millis > MOST_MILLIS) {
        throw wrong("expected 1ms to " + MOST_MILLIS / 60_000 + "min, found '" + text + "'");
      }
      return Duration.ofMillis(millis);
    }
  }

  /** A number that a run printed; without one it is drawn. */
  static final class Seeds implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      if (text.isEmpty()) {
        return new SecureRandom().nextLong() >>> 1;
      }
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        throw wrong("expected a whole number of 64 bits, found '" + text + "'");
      }
    }
  }

  /** In a plain locale a JVM cannot name every file. */
  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw wrong(
          "expected a name that this locale can write (LC_ALL=C.UTF-8 may help), found '"
              + text
              + "'");
    }
  }

  private static Clause clause(String id) {
    return Clause.byId(id)
        .orElseThrow(
            () ->
                wrong(
                    "expected one of " + String.join(", ", Clause.ids()) + "; found '" + id + "'"));
  }

  private static long number(String text, Map<String, Long> units, String expected) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (matcher.matches()) {
      Long unit = units.get(matcher.group(2).toLowerCase(Locale.ROOT));
      if (unit != null) {
        return Long.parseLong(matcher.group(1)) * unit;
      }
    }
    throw wrong("expected " + expected + ", found '" + text + "'");
  }

  private static TypeConversionException wrong(String message) {
    return new TypeConversionException(message);
  }
}

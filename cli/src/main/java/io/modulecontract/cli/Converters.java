package io.modulecontract.cli;

import io.modulecontract.abi.Limits;
import io.modulecontract.abi.Quantity;
import io.modulecontract.checks.Effort;
import io.modulecontract.spec.Clause;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How the values of options are written, and what is said when they are not. An empty value means
 * the default everywhere: that is what a build passes on for a property that nobody set.
 */
final class Converters {

  /** Where reports go when nobody says. */
  static final String REPORT_DIR = "target/module-contract";

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

  /** A file that may be left out; of descriptors, nothing means the one beside the module. */
  static final class Optionals implements ITypeConverter<Path> {
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
  static final class MemoryLimits implements ITypeConverter<Limits> {
    @Override
    public Limits convert(String text) {
      if (text.isEmpty()) {
        return Limits.NONE;
      }
      OptionalLong bytes = Quantity.bytes(text);
      if (bytes.isEmpty()) {
        throw wrong("expected " + Quantity.A_SIZE + ", found '" + text + "'");
      }
      OptionalInt pages = Quantity.pages(bytes.getAsLong());
      if (pages.isEmpty()) {
        throw wrong("expected " + Quantity.SIZES + ", found '" + text + "'");
      }
      return new Limits(pages, Optional.empty());
    }
  }

  /** {@code 5s}. */
  static final class Deadlines implements ITypeConverter<Limits> {
    @Override
    public Limits convert(String text) {
      if (text.isEmpty()) {
        return Limits.NONE;
      }
      OptionalLong millis = Quantity.millis(text);
      if (millis.isEmpty()) {
        throw wrong("expected " + Quantity.A_TIME + ", found '" + text + "'");
      }
      Optional<Duration> deadline = Quantity.deadline(millis.getAsLong());
      if (deadline.isEmpty()) {
        throw wrong("expected " + Quantity.TIMES + ", found '" + text + "'");
      }
      return new Limits(OptionalInt.empty(), deadline);
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

  private static TypeConversionException wrong(String message) {
    return new TypeConversionException(message);
  }
}

package io.modulecontract.cli;

import io.modulecontract.abi.Access;
import io.modulecontract.wasi.Preopen;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How grants are written on the command line. */
final class GrantConverters {

  private GrantConverters() {}

  /** A variable of a guest. */
  record Variable(String name, String value) {}

  /** {@code NAME=VALUE}. */
  static final class Variables implements ITypeConverter<Variable> {
    @Override
    public Variable convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw wrong("expected NAME=VALUE, found '" + text + "'");
      }
      return new Variable(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  /** {@code HOST:GUEST}, {@code HOST:GUEST:read} or {@code HOST:GUEST:write}. */
  static final class Directories implements ITypeConverter<Preopen> {
    @Override
    public Preopen convert(String text) {
      int last = text.lastIndexOf(':');
      Optional<Access> access = Access.byName(text.substring(last + 1));
      String rest = access.isPresent() && last > 0 ? text.substring(0, last) : text;
      // From the right: on some systems the host's path has a colon of its own.
      int colon = rest.lastIndexOf(':');
      if (colon < 1 || colon == rest.length() - 1) {
        throw wrong(
            "expected HOST:GUEST, HOST:GUEST:read or HOST:GUEST:write, found '" + text + "'");
      }
      Path host = host(rest.substring(0, colon));
      return new Preopen(rest.substring(colon + 1), Optional.of(host), access.orElse(Access.READ));
    }

    private static Path host(String text) {
      try {
        Path host = Path.of(text);
        if (Files.isDirectory(host)) {
          return host;
        }
      } catch (InvalidPathException e) {
        throw wrong("expected a directory, found '" + text + "'");
      }
      throw wrong("expected a directory, found no directory '" + text + "'");
    }
  }

  /**
   * Several values in one, with semicolons between: how a build passes an option that can be given
   * more than once. Nothing is none.
   */
  record Several<T>(List<T> values) {

    static <T> Several<T> none() {
      return new Several<>(List.of());
    }

    private static <T> Several<T> of(String text, Function<String, T> one) {
      return text.isEmpty()
          ? none()
          : new Several<>(Arrays.stream(text.split(";", -1)).map(one).toList());
    }
  }

  /** {@code HOST:GUEST;HOST:GUEST:write}. */
  static final class SeveralDirectories implements ITypeConverter<Several<Preopen>> {
    @Override
    public Several<Preopen> convert(String text) {
      return Several.of(text, new Directories()::convert);
    }
  }

  /** {@code NAME=VALUE;NAME=VALUE}. */
  static final class SeveralVariables implements ITypeConverter<Several<Variable>> {
    @Override
    public Several<Variable> convert(String text) {
      return Several.of(text, new Variables()::convert);
    }
  }

  /** {@code TEXT;TEXT}. */
  static final class SeveralTexts implements ITypeConverter<Several<String>> {
    @Override
    public Several<String> convert(String text) {
      return Several.of(text, Function.identity());
    }
  }

  private static TypeConversionException wrong(String message) {
    return new TypeConversionException(message);
  }
}

package io.modulecontract.cli;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.U32;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What {@code call} passes to a function: just one of these. */
final class Payload {

  @Option(
      names = "--cstring",
      paramLabel = "TEXT",
      required = true,
      description = "Passes a C string; the answer is one, too.")
  private @Nullable String text;

  @Option(
      names = "--bytes",
      paramLabel = "TEXT",
      required = true,
      description =
          "Passes the bytes of a text in UTF-8; the answer is bytes. In whatever way the descriptor"
              + " says: bytes, in-place, stream (chunks of 1 MiB) or callback.")
  private @Nullable String bytes;

  @Option(
      names = "--bytes-file",
      paramLabel = "FILE",
      required = true,
      converter = Converters.Files.class,
      description = "The same with the bytes of a file.")
  private @Nullable Path file;

  @Option(
      names = "--args",
      paramLabel = "N",
      required = true,
      arity = "0..*",
      description = "Passes numbers of 32 bits and no memory; the answer is a number.")
  private @Nullable List<String> numbers;

  @ArgGroup(exclusive = false)
  private @Nullable ArrowPayload arrow;

  @Nullable String text() {
    return text;
  }

  @Nullable String bytes() {
    return bytes;
  }

  /** Tables, when they are what is passed. */
  @Nullable ArrowPayload arrow() {
    return arrow;
  }

  @Nullable Path file() {
    return file;
  }

  /**
   * The numbers, each as an unsigned 32-bit value. They are not the parser's to convert: it would
   * take a wrong one for an argument that nobody asked for.
   *
   * @throws IllegalArgumentException when one has no 32 bits
   */
  long[] numbers() {
    return (numbers == null ? List.<String>of() : numbers)
        .stream().mapToLong(Payload::number).toArray();
  }

  private static long number(String text) {
    if (text.matches("-?[0-9]{1,10}")) {
      long number = Long.parseLong(text);
      if (number >= Integer.MIN_VALUE && number <= U32.MAX) {
        return U32.of(number);
      }
    }
    throw new IllegalArgumentException("expected a whole number of 32 bits, found '" + text + "'");
  }

  /** The shape that a function must have for it; none for plain numbers. */
  Optional<FunctionShape> shape() {
    if (arrow != null) {
      return Optional.of(FunctionShape.ARROW);
    }
    if (text != null) {
      return Optional.of(FunctionShape.CSTRING);
    }
    return bytes != null || file != null ? Optional.of(FunctionShape.BYTES) : Optional.empty();
  }
}

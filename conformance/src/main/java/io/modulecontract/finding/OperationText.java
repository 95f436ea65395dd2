package io.modulecontract.finding;

import io.modulecontract.abi.U32;
import io.modulecontract.program.Foreign;
import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The operations of a program as a reader sees them, one text for each: {@code allocate 8}, {@code
 * release 0} (counted from the oldest live area), {@code release-again 0}, {@code release-foreign
 * INTERIOR 3}.
 */
final class OperationText {

  private static final String ALLOCATE = "allocate";
  private static final String RELEASE = "release";
  private static final String AGAIN = "release-again";
  private static final String FOREIGN = "release-foreign";
  private static final String EXPECTED =
      "an operation such as 'allocate 8', 'release 0', 'release-again 0', 'release-foreign NULL 0'";

  private OperationText() {}

  static List<String> all(Program program) {
    return IntStream.range(0, program.length())
        .mapToObj(index -> text(program.kind(index), program.argument(index)))
        .toList();
  }

  private static String text(Kind kind, long argument) {
    return switch (kind) {
      case ALLOCATE -> ALLOCATE + " " + argument;
      case RELEASE -> RELEASE + " " + argument;
      case RELEASE_DEAD -> AGAIN + " " + argument;
      case RELEASE_FOREIGN -> FOREIGN + " " + Foreign.of(argument) + " " + Foreign.number(argument);
    };
  }

  /** Adds an operation to a program. */
  static void read(String text, String where, Program.Builder program) throws UnreadableFinding {
    String[] words = text.split(" ", -1);
    try {
      switch (words[0]) {
        case ALLOCATE -> program.add(Kind.ALLOCATE, argument(words, 2));
        case RELEASE -> program.add(Kind.RELEASE, argument(words, 2));
        case AGAIN -> program.add(Kind.RELEASE_DEAD, argument(words, 2));
        case FOREIGN ->
            program.add(
                Kind.RELEASE_FOREIGN, Foreign.valueOf(words[1]).argument((int) argument(words, 3)));
        default -> throw UnreadableFinding.at(where, EXPECTED, "'" + text + "'");
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw UnreadableFinding.at(where, EXPECTED, "'" + text + "'");
    }
  }

  private static long argument(String[] words, int length) {
    long value = Long.parseLong(words[words.length - 1]);
    if (words.length != length || value < 0 || value > U32.MAX) {
      throw new IllegalArgumentException();
    }
    return value;
  }
}

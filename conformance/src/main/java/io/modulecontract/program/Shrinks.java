package io.modulecontract.program;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Smaller programs to try when one fails: halves taken out, then quarters, down to single
 * operations; then smaller arguments.
 */
public final class Shrinks {

  /** Below, a request may be served, and then every try costs as much memory traffic. */
  private static final long HUGE = 1L << 27;

  private Shrinks() {}

  /** Smaller programs than this one, the much smaller ones first. */
  public static Stream<Program> of(Program program) {
    return Stream.of(shorter(program), uniform(program), lighter(program)).flatMap(part -> part);
  }

  /**
   * The smallest breach of the same clause that can be reached one step at a time: none of the
   * candidates that {@link #of} names for its program breaks the clause.
   *
   * @param found the breach to begin with
   * @param judge asked about every candidate
   * @param most how many calls of the guest the search may cost
   */
  public static Breach smallest(
      Breach found, Function<Program, Optional<Breach>> judge, LongSupplier spent, long most) {
    return new Shrinking(found, judge, spent, most).run();
  }

  private static Stream<Program> shorter(Program program) {
    int length = program.length();
    return IntStream.iterate(length / 2, size -> size > 0, size -> size / 2)
        .boxed()
        .flatMap(
            size ->
                IntStream.iterate(length - size, from -> from > -size, from -> from - size)
                    .mapToObj(
                        from -> program.without(Math.max(0, from), Math.max(0, from) + size)));
  }

  /** All sizes made alike: one step where thousands of single ones would be needed. */
  static Stream<Program> uniform(Program program) {
    return LongStream.of(1, 8, 64, 4_096)
        .mapToObj(
            size -> {
              Program.Builder builder = Program.builder();
              for (int i = 0; i < program.length(); i++) {
                boolean large = program.kind(i) == Kind.ALLOCATE && program.argument(i) > size;
                builder.add(program.kind(i), large ? size : program.argument(i));
              }
              return builder.build();
            })
        .filter(candidate -> candidate.weight() < program.weight());
  }

  private static Stream<Program> lighter(Program program) {
    return IntStream.range(0, program.length())
        .boxed()
        .flatMap(
            index ->
                arguments(program.kind(index), program.argument(index))
                    .mapToObj(argument -> program.with(index, argument)));
  }

  /** Smaller arguments for an operation. */
  static LongStream arguments(Kind kind, long argument) {
    if (kind == Kind.RELEASE_FOREIGN) {
      int number = Foreign.number(argument);
      return IntStream.of(0, number / 2, number - 1)
          .filter(smaller -> smaller >= 0 && smaller < number)
          .mapToLong(smaller -> Foreign.of(argument).argument(smaller));
    }
    LongStream round = LongStream.of(0, 1, 8, 16, 64);
    LongStream closer =
        argument > HUGE
            ? LongStream.iterate(1L << 31, size -> size > HUGE, size -> size / 2)
            : LongStream.iterate(argument / 2, step -> step > 0, step -> step / 2)
                .map(step -> argument - step);
    return LongStream.concat(round, closer).filter(smaller -> smaller < argument);
  }
}

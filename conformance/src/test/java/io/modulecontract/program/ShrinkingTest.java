package io.modulecontract.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going on from where the search was finds what starting over finds, and asks the guest less. */
class ShrinkingTest {

  private static final int LENGTH = 300;

  /** What a search found, and what it cost in operations, as a guest would be asked for them. */
  private record Search(Program found, long cost) {}

  private static final class Counting {
    private final Predicate<Program> fails;
    private long cost;

    Counting(Predicate<Program> fails) {
      this.fails = fails;
    }

    Optional<Breach> judge(Program program) {
      cost += program.length();
      return fails.test(program) ? Optional.of(breach(program)) : Optional.empty();
    }
  }

  private static Breach breach(Program program) {
    Symptom symptom = new Symptom(SymptomKind.REFUSED, 0, "", "", "", false, false);
    return new Breach(Clause.ALLOC_10, symptom, program, List.of());
  }

  private static Search goingOn(Program program, Predicate<Program> fails) {
    Counting counting = new Counting(fails);
    Breach found =
        Shrinks.smallest(breach(program), counting::judge, () -> counting.cost, Long.MAX_VALUE);
    return new Search(found.program(), counting.cost);
  }

  private static Search startingOver(Program program, Predicate<Program> fails) {
    Counting counting = new Counting(fails);
    Program best = program;
    Optional<Program> next = Optional.of(program);
    while (next.isPresent()) {
      best = next.get();
      next = Shrinks.of(best).filter(tried -> counting.judge(tried).isPresent()).findFirst();
    }
    return new Search(best, counting.cost);
  }

  private static void sameForLess(Predicate<Program> fails, Program expected, long seed) {
    Program program =
        Program.allocating(new SplittableRandom(seed).longs(LENGTH, 2_000, 9_000).toArray())
            .withRelease();
    assertTrue(fails.test(program), "the test begins with a program that fails");
    Search search = goingOn(program, fails);
    Search reference = startingOver(program, fails);
    assertEquals(expected, search.found());
    assertEquals(expected, reference.found());
    assertTrue(2 * search.cost() < reference.cost(), search.cost() + " of " + reference.cost());
  }

  /** How many times areas of these least sizes were asked for, in this order. */
  private static int rounds(Program program, long... sizes) {
    int seen = 0;
    for (int i = 0; i < program.length(); i++) {
      if (program.kind(i) == Kind.ALLOCATE && program.argument(i) >= sizes[seen % sizes.length]) {
        seen++;
      }
    }
    return seen / sizes.length;
  }

  private static Program repeated(int times, long... sizes) {
    return Program.allocating(
        IntStream.range(0, times * sizes.length)
            .mapToLong(index -> sizes[index % sizes.length])
            .toArray());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void manyAreasOfOneSize(long seed) {
    sameForLess(program -> rounds(program, 777) >= 40, repeated(40, 777), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void largeAndSmallAreasInTurn(long seed) {
    sameForLess(
        program -> rounds(program, 1_500, 20) >= 25 && program.has(Kind.RELEASE),
        repeated(25, 1_500, 20).withRelease(),
        seed);
  }
}

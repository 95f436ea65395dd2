package io.modulecontract.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.ToFit;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A failing program becomes the smallest one that still fails. */
class ShrinksTest {

  private static final long MIB = 1L << 20;

  private static Breach breach(Clause clause, Program program) {
    Symptom symptom = new Symptom(SymptomKind.REFUSED, 0, "", "", "", false, false);
    return new Breach(clause, symptom, program, List.of());
  }

  private static Program smallest(Program program, Predicate<Program> fails) {
    assertTrue(fails.test(program), "the test begins with a program that fails");
    return Shrinks.smallest(
            breach(Clause.ALLOC_10, program),
            tried ->
                fails.test(tried) ? Optional.of(breach(Clause.ALLOC_10, tried)) : Optional.empty(),
            () -> 0,
            1)
        .program();
  }

  private static Program random(long seed, Recipe recipe) {
    ProgramGenerator generator =
        new ProgramGenerator(recipe, 200, 17 * 65_536, 128 * MIB, ToFit.into(126 * MIB));
    SplittableRandom random = new SplittableRandom(seed);
    return generator.next(random).after(generator.next(random));
  }

  private static boolean allocatesFrom(Program program, int from, long size) {
    for (int i = from; i < program.length(); i++) {
      if (program.kind(i) == Kind.ALLOCATE && program.argument(i) >= size) {
        return true;
      }
    }
    return false;
  }

  @Property(tries = 50)
  void toOneLargeArea(@ForAll long seed) {
    Program program = Program.allocating(70_000).after(random(seed, Recipe.REUSE));
    assertEquals(
        Program.allocating(1_025), smallest(program, tried -> allocatesFrom(tried, 0, 1_025)));
  }

  @Property(tries = 50)
  void toAReleaseBeforeAnArea(@ForAll long seed) {
    Program end = Program.allocating(5_000).after(Program.builder().release(1).build());
    Program program = random(seed, Recipe.IMPOSSIBLE).after(end).after(random(~seed, Recipe.DEAD));
    Predicate<Program> fails =
        tried -> {
          for (int i = 0; i < tried.length(); i++) {
            if (tried.kind(i) == Kind.RELEASE && allocatesFrom(tried, i, 777)) {
              return true;
            }
          }
          return false;
        };
    Program expected = Program.allocating(777).after(Program.builder().release(1).build());
    assertEquals(expected, smallest(program, fails));
  }

  @Test
  void toTheFewestAreas() {
    Program program = Program.allocating(new SplittableRandom(3).longs(5_000, 1, 4_000).toArray());
    Program found =
        smallest(
            program,
            tried ->
                tried.length() >= 4_097 && tried.without((kind, size) -> size == 0).equals(tried));
    assertEquals(4_097, found.length());
    assertEquals(4_097, found.weight());
  }

  @Test
  void toTheSmallestImpossibleSize() {
    Program found =
        smallest(Program.allocating(0xFFFF_FFF3L), tried -> allocatesFrom(tried, 0, 1L << 31));
    assertEquals(Program.allocating(1L << 31), found);
  }

  @Test
  void toTheFirstPointerOfItsKind() {
    Program program =
        Program.builder().add(Kind.RELEASE_FOREIGN, Foreign.BEYOND.argument(511)).build();
    Program found =
        smallest(
            program,
            tried -> tried.length() == 1 && Foreign.of(tried.argument(0)) == Foreign.BEYOND);
    assertEquals(
        Program.builder().add(Kind.RELEASE_FOREIGN, Foreign.BEYOND.argument(0)).build(), found);
  }

  @Test
  void toTheOldestAreaInsteadOfTheYoungest() {
    Program program =
        Program.builder().add(Kind.ALLOCATE, 9).add(Kind.RELEASE, Program.YOUNGEST).build();
    assertEquals(
        Program.allocating(0).withRelease(), smallest(program, tried -> tried.length() == 2));
  }

  @Test
  void anotherClauseIsNotTakenForASmallerFailure() {
    Program program = Program.allocating(100, 100, 100);
    Breach found =
        Shrinks.smallest(
            breach(Clause.ALLOC_10, program),
            tried ->
                Optional.of(breach(tried.length() < 3 ? Clause.ALLOC_02 : Clause.ALLOC_10, tried)),
            () -> 0,
            1);
    assertEquals(Clause.ALLOC_10, found.clause());
    assertEquals(Program.allocating(0, 0, 0), found.program());
  }

  @Test
  void theSearchEndsWhenItHasCostEnough() {
    AtomicLong spent = new AtomicLong();
    Program program = Program.allocating(new long[1_000]);
    Breach found =
        Shrinks.smallest(
            breach(Clause.ALLOC_10, program),
            tried -> {
              spent.addAndGet(tried.length());
              return Optional.of(breach(Clause.ALLOC_10, tried));
            },
            spent::get,
            600);
    assertEquals(250, found.program().length());
    assertEquals(750, spent.get());
  }

  @Property(tries = 100)
  void everyCandidateIsSmaller(@ForAll long seed) {
    for (Recipe recipe : List.of(Recipe.FOREIGN, Recipe.IMPOSSIBLE, Recipe.DEAD)) {
      Program program = random(seed, recipe).prefix(2);
      Shrinks.of(program)
          .forEach(
              smaller -> {
                assertNotEquals(program, smaller);
                assertTrue(
                    smaller.length() < program.length()
                        || (smaller.length() == program.length()
                            && smaller.weight() < program.weight()),
                    () -> program + " -> " + smaller);
              });
    }
  }
}

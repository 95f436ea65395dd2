package io.modulecontract.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.ToFit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Random programs: what they are made of, and that a guest can serve them. */
class ProgramGeneratorTest {

  private static final long PAGE = 65_536;
  private static final Map<Recipe, Set<Kind>> KINDS =
      Map.of(
          Recipe.PROPER, EnumSet.of(Kind.ALLOCATE, Kind.RELEASE),
          Recipe.REUSE, EnumSet.of(Kind.ALLOCATE, Kind.RELEASE),
          Recipe.DEAD, EnumSet.of(Kind.ALLOCATE, Kind.RELEASE, Kind.RELEASE_DEAD),
          Recipe.FOREIGN, EnumSet.of(Kind.ALLOCATE, Kind.RELEASE, Kind.RELEASE_FOREIGN),
          Recipe.IMPOSSIBLE, EnumSet.of(Kind.ALLOCATE, Kind.RELEASE),
          Recipe.GROWING, EnumSet.of(Kind.ALLOCATE, Kind.RELEASE),
          Recipe.ZEROES, EnumSet.of(Kind.ALLOCATE, Kind.RELEASE, Kind.RELEASE_DEAD));

  private static ProgramGenerator generator(Recipe recipe) {
    return new ProgramGenerator(recipe, 300, 17 * PAGE, 2_048 * PAGE, ToFit.into(2_031 * PAGE));
  }

  private static List<Program> programs(Recipe recipe, long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    ProgramGenerator generator = generator(recipe);
    return Stream.generate(() -> generator.next(random)).limit(count).toList();
  }

  @Property(tries = 200)
  void whatFitsTogetherStaysWithinTheRoom(
      @ForAll long seed,
      @ForAll @IntRange(max = 600) int initial,
      @ForAll @IntRange(max = 1_500) int more) {
    long limit = (initial + more) * PAGE;
    for (Recipe recipe : KINDS.keySet()) {
      Program program =
          new ProgramGenerator(recipe, 300, initial * PAGE, limit, ToFit.into(more * PAGE))
              .next(new SplittableRandom(seed));
      long requested = 0;
      for (int i = 0; i < program.length(); i++) {
        boolean served = program.kind(i) == Kind.ALLOCATE && program.argument(i) <= limit;
        requested += served ? program.argument(i) : 0;
      }
      long room = more < 8 ? 2 * PAGE : more * PAGE / 4;
      assertTrue(requested <= room, requested + " bytes of " + room + ": " + program);
      assertTrue(program.length() <= 300);
    }
  }

  @Test
  void theSameSeedGivesTheSamePrograms() {
    for (Recipe recipe : KINDS.keySet()) {
      assertEquals(programs(recipe, 5, 20), programs(recipe, 5, 20));
      assertNotEquals(programs(recipe, 5, 20), programs(recipe, 6, 20));
    }
  }

  @Test
  void eachRecipeUsesItsKindsAndNoOthers() {
    for (Map.Entry<Recipe, Set<Kind>> entry : KINDS.entrySet()) {
      Set<Kind> seen = EnumSet.noneOf(Kind.class);
      for (Program program : programs(entry.getKey(), 1, 50)) {
        for (int i = 0; i < program.length(); i++) {
          seen.add(program.kind(i));
        }
      }
      assertEquals(entry.getValue(), seen, () -> "of " + entry.getKey());
    }
  }

  @Test
  void onlyOneRecipeAsksForTheImpossible() {
    for (Recipe recipe : KINDS.keySet()) {
      boolean impossible = sizes(recipe).last() > 2_048 * PAGE;
      assertEquals(recipe.equals(Recipe.IMPOSSIBLE), impossible, recipe::toString);
    }
  }

  @Test
  void aGrowingRecipeAsksForMoreThanThereIs() {
    assertTrue(sizes(Recipe.GROWING).last() > 17 * PAGE);
    assertTrue(sizes(Recipe.PROPER).last() < 17 * PAGE);
  }

  @Test
  void randomSizesReachTheBorders() {
    Set<Long> wanted = new TreeSet<>(List.of(0L, 1L, 7L, 8L, 9L));
    for (int power = 3; power < 15; power++) {
      wanted.addAll(List.of((1L << power) - 1, 1L << power, (1L << power) + 1));
    }
    for (long pages = 1; pages <= 3; pages++) {
      wanted.addAll(List.of(pages * PAGE - 1, pages * PAGE, pages * PAGE + 1));
    }
    wanted.removeAll(sizes(Recipe.PROPER));
    assertEquals(Set.of(), wanted);
    Set<Long> impossible =
        new TreeSet<>(List.of((1L << 31) - 1, 1L << 31, (1L << 31) + 1, 0xFFFF_FFFFL));
    impossible.removeAll(sizes(Recipe.IMPOSSIBLE));
    assertEquals(Set.of(), impossible);
  }

  @Test
  void everyForeignPointerIsTried() {
    Set<Foreign> seen = new HashSet<>();
    for (Program program : programs(Recipe.FOREIGN, 1, 50)) {
      for (int i = 0; i < program.length(); i++) {
        if (program.kind(i) == Kind.RELEASE_FOREIGN) {
          seen.add(Foreign.of(program.argument(i)));
        }
      }
    }
    assertEquals(Set.of(Foreign.values()), seen);
  }

  private static NavigableSet<Long> sizes(Recipe recipe) {
    NavigableSet<Long> sizes = new TreeSet<>();
    for (Program program : programs(recipe, 9, 250)) {
      for (int i = 0; i < program.length(); i++) {
        if (program.kind(i) == Kind.ALLOCATE) {
          sizes.add(program.argument(i));
        }
      }
    }
    return sizes;
  }
}

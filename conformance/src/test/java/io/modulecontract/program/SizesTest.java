package io.modulecontract.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The sizes that people get wrong are among those that are tried. */
class SizesTest {

  private static final long PAGE = 65_536;
  private static final long MIB = 1L << 20;
  private static final long LIMIT = 128 * MIB;
  private static final long END = 1L << 32;

  private static void assertHas(List<Long> sizes, long... wanted) {
    TreeSet<Long> missing = new TreeSet<>(LongStream.of(wanted).boxed().toList());
    missing.removeAll(sizes);
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void smallSizesAndWordBorders() {
    assertHas(Sizes.BORDERS, 0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65);
  }

  @Test
  void powersOfTwoAndTheirNeighbours() {
    for (int power = 3; power <= 22; power++) {
      assertHas(Sizes.BORDERS, (1L << power) - 1, 1L << power, (1L << power) + 1);
    }
  }

  @Test
  void pageMultiplesAndTheirNeighbours() {
    for (long pages = 1; pages <= 20; pages++) {
      assertHas(Sizes.BORDERS, pages * PAGE - 1, pages * PAGE, pages * PAGE + 1);
    }
  }

  @Test
  void sixteenMebibytesAndBeyond() {
    assertHas(Sizes.BORDERS, 16 * MIB - 1, 16 * MIB, 16 * MIB + 1, 32 * MIB, 64 * MIB);
  }

  @Test
  void borderOfTheBinsBetweenSmallAndLarge() {
    assertHas(Sizes.BORDERS, 1_024, 1_025, 512, 513, 768, 769, 1_008, 1_009);
  }

  @Test
  void eachIsTriedOnce() {
    assertEquals(List.copyOf(new TreeSet<>(Sizes.BORDERS)), Sizes.BORDERS);
    List<Long> impossible = Sizes.impossible(LIMIT);
    assertEquals(List.copyOf(new TreeSet<>(impossible)), impossible);
  }

  @Test
  void whatNoMemoryCanHold() {
    List<Long> sizes = Sizes.impossible(LIMIT);
    assertHas(sizes, LIMIT + 1, (1L << 31) - 1, 1L << 31, (1L << 31) + 1);
    for (long k = 1; k <= 64; k++) {
      assertHas(sizes, END - k);
    }
    assertHas(sizes, END - 128, END - 4_096, END - PAGE, END - MIB);
  }

  @Property
  void theImpossibleIsAboveTheLimitAndHas32Bits(
      @ForAll @LongRange(min = 1, max = 32_767) long pages, @ForAll long seed) {
    long limit = pages * PAGE;
    for (long size : Sizes.impossible(limit)) {
      assertTrue(size > limit && size < END);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      long size = Sizes.impossible(random, limit);
      assertTrue(size > limit && size < END, () -> size + " at a limit of " + limit);
    }
  }
}

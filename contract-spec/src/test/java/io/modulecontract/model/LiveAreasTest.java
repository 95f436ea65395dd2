package io.modulecontract.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** The oracle is itself measured, by a model too simple to be wrong in the same way. */
class LiveAreasTest {

  private static final int SPACE = 48;
  private static final long LAST = 1L << 32;

  private enum Kind {
    ADD,
    REMOVE,
    CLEAR
  }

  private record Step(Kind kind, int offset, int size) {}

  @Property(tries = 2_000)
  void agreesWithTheNaiveModelAtLowAddresses(@ForAll("steps") List<Step> steps) {
    run(steps, 0);
  }

  @Property(tries = 2_000)
  void agreesWithTheNaiveModelAtTheEndOfTheAddresses(@ForAll("steps") List<Step> steps) {
    run(steps, LAST - SPACE);
  }

  @Property(tries = 500)
  void agreesWithTheNaiveModelAroundTheSignBit(@ForAll("steps") List<Step> steps) {
    run(steps, (1L << 31) - SPACE / 2);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(12, Kind.ADD), Tuple.of(6, Kind.REMOVE), Tuple.of(1, Kind.CLEAR));
    Arbitrary<Integer> offsets = Arbitraries.integers().between(0, SPACE - 1);
    Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 9);
    return Combinators.combine(kinds, offsets, sizes).as(Step::new).list().ofMaxSize(60);
  }

  private static void run(List<Step> steps, long base) {
    LiveAreas areas = new LiveAreas();
    NaiveAreas naive = new NaiveAreas();
    int id = 0;
    for (Step step : steps) {
      long pointer = base + step.offset();
      long size = Math.min(step.size(), SPACE - step.offset());
      switch (step.kind()) {
        case ADD -> add(areas, naive, id++, pointer, size);
        case REMOVE -> assertEquals(naive.remove(pointer), areas.remove(pointer));
        case CLEAR -> {
          naive.clear();
          areas.clear();
        }
      }
      compare(areas, naive, base);
    }
  }

  private static void add(LiveAreas areas, NaiveAreas naive, int id, long pointer, long size) {
    Set<Integer> conflicts = naive.conflicts(pointer, size);
    int conflict = areas.conflict(pointer, size);
    if (conflicts.isEmpty()) {
      assertEquals(LiveAreas.NONE, conflict);
      areas.add(id, pointer, size);
      naive.add(id, pointer, size);
    } else {
      assertTrue(conflicts.contains(conflict), () -> conflict + " is none of " + conflicts);
      assertThrows(IllegalArgumentException.class, () -> areas.add(id, pointer, size));
    }
  }

  private static void compare(LiveAreas areas, NaiveAreas naive, long base) {
    assertEquals(naive.starts().size(), areas.count());
    assertEquals(naive.bytes(), areas.bytes());
    int index = 0;
    for (var start : naive.starts().entrySet()) {
      assertEquals(start.getKey(), areas.pointer(index));
      assertEquals(start.getValue(), areas.id(index));
      assertEquals(naive.bytesOf(start.getValue()), areas.size(index));
      index++;
    }
    for (long address = base; address < base + SPACE; address++) {
      assertEquals(naive.startingAt(address), areas.startingAt(address));
      assertEquals(naive.holding(address), areas.holding(address));
    }
  }

  @Test
  void theLastByteOfTheAddressesBelongsToItsArea() {
    LiveAreas areas = new LiveAreas();
    areas.add(7, LAST - 16, 16);
    assertEquals(7, areas.holding(LAST - 1));
    assertEquals(7, areas.conflict(LAST - 1, 1));
    assertEquals(LiveAreas.NONE, areas.conflict(0, LAST - 16));
    assertEquals(7, areas.conflict(0, LAST - 15));
  }

  @Test
  void anEndBeyond32BitsDoesNotWrapAround() {
    LiveAreas areas = new LiveAreas();
    areas.add(1, 8, 8);
    assertEquals(LiveAreas.NONE, areas.conflict(LAST - 8, 24));
    assertEquals(1, areas.conflict(0, 0xFFFF_FFFFL));
  }

  @Test
  void areasWithoutBytesShareNoAddressAndHideNothing() {
    LiveAreas areas = new LiveAreas();
    areas.add(1, 100, 50);
    areas.add(2, 120, 0);
    areas.add(3, 130, 0);
    assertEquals(2, areas.conflict(120, 0));
    assertEquals(2, areas.conflict(120, 4));
    assertEquals(1, areas.conflict(131, 4));
    assertEquals(1, areas.holding(149));
    assertEquals(LiveAreas.NONE, areas.holding(150));
    assertEquals(50, areas.bytes());
  }

  @Test
  void tenThousandAreasStayInOrder() {
    LiveAreas areas = new LiveAreas();
    int count = 10_007;
    for (int i = 0; i < count; i++) {
      areas.add(i, 16L * (i * 5_003L % count), 16);
    }
    assertEquals(16L * count, areas.bytes());
    for (int i = 0; i < count; i++) {
      assertEquals(16L * i, areas.pointer(i));
      assertEquals(areas.id(i), areas.holding(16L * i + 15));
    }
    for (int i = 0; i < count; i++) {
      assertEquals(i, areas.remove(16L * (i * 5_003L % count)));
    }
    assertEquals(0, areas.count());
    assertEquals(0, areas.bytes());
  }
}

package io.modulecontract.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A list of operations, packed: what goes in comes out. */
class ProgramTest {

  private static final long LARGEST = 0xFFFF_FFFFL;

  private static final Program MIXED =
      Program.builder()
          .add(Kind.ALLOCATE, 24)
          .add(Kind.RELEASE, 1)
          .add(Kind.RELEASE_DEAD, 2)
          .add(Kind.RELEASE_FOREIGN, Foreign.LAST.argument(3))
          .build();

  @Property
  void keepsEveryOperation(
      @ForAll List<Kind> kinds, @ForAll @LongRange(max = LARGEST) long argument) {
    Program.Builder builder = Program.builder();
    for (int i = 0; i < kinds.size(); i++) {
      builder.add(kinds.get(i), (argument + i) & LARGEST);
    }
    Program program = builder.build();
    assertEquals(kinds.size(), program.length());
    long weight = 0;
    for (int i = 0; i < kinds.size(); i++) {
      assertEquals(kinds.get(i), program.kind(i));
      assertEquals((argument + i) & LARGEST, program.argument(i));
      weight += program.argument(i);
    }
    assertEquals(weight, program.weight());
  }

  @Test
  void aBuilderGoesOnAfterAProgramWasTaken() {
    Program.Builder builder = Program.builder().add(Kind.ALLOCATE, 1);
    Program one = builder.build();
    builder.add(Kind.RELEASE, 0);
    assertEquals(1, one.length());
    assertEquals(2, builder.build().length());
  }

  @Test
  void reads() {
    assertEquals(
        "[ALLOCATE(24), RELEASE(1), RELEASE_DEAD(2), RELEASE_FOREIGN(57)]", MIXED.toString());
    assertTrue(MIXED.has(Kind.RELEASE_FOREIGN));
    assertFalse(Program.allocating(1).has(Kind.RELEASE));
  }

  @Test
  void takesPartsOut() {
    assertEquals("[ALLOCATE(24), RELEASE(1)]", MIXED.prefix(2).toString());
    assertEquals("[ALLOCATE(24), RELEASE_FOREIGN(57)]", MIXED.without(1, 3).toString());
    assertEquals(MIXED, MIXED.without(2, 2));
    assertEquals("[]", MIXED.without(0, 4).toString());
    assertEquals(
        "[RELEASE(1), RELEASE_DEAD(2)]",
        MIXED.without((kind, argument) -> argument > 20).toString());
    assertEquals(
        "[ALLOCATE(24), RELEASE(1), RELEASE_FOREIGN(57)]",
        MIXED.without((kind, argument) -> kind == Kind.RELEASE_DEAD).toString());
  }

  @Test
  void putsPartsTogether() {
    Program areas = Program.allocating(1, LARGEST);
    assertEquals("[ALLOCATE(1), ALLOCATE(4294967295), RELEASE(0)]", areas.withRelease().toString());
    assertEquals(
        "[ALLOCATE(24), ALLOCATE(1)]",
        Program.allocating(1).after(Program.allocating(24)).toString());
    assertEquals("[RELEASE(0), RELEASE(0)]", Program.builder().release(2).build().toString());
  }

  @Test
  void releasesTheYoungestFirstWhenAsked() {
    assertEquals(
        "[ALLOCATE(1), ALLOCATE(2), RELEASE(4294967295), RELEASE(4294967295),"
            + " RELEASE(4294967295), RELEASE(4294967295)]",
        Program.allocating(1, 2).withRelease().lastInFirstOut().prefix(6).toString());
  }

  @Test
  void changesOneArgumentInACopy() {
    Program changed = MIXED.with(0, 1L << 31);
    assertEquals(1L << 31, changed.argument(0));
    assertEquals(24, MIXED.argument(0));
    assertNotEquals(MIXED, changed);
    assertEquals(MIXED, changed.with(0, 24));
    assertEquals(MIXED.hashCode(), changed.with(0, 24).hashCode());
  }

  @Property
  void aForeignPointerKeepsItsKindAndNumber(
      @ForAll Foreign kind, @ForAll @LongRange(max = 0xFFF_FFFF) long number) {
    long argument = kind.argument((int) number);
    assertEquals(kind, Foreign.of(argument));
    assertEquals(number, Foreign.number(argument));
  }
}

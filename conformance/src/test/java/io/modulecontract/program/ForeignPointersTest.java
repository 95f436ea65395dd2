package io.modulecontract.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Policy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A wrong pointer is really one that was never given out. */
class ForeignPointersTest {

  private final Guest guest =
      new FreshGuests(
              ReferenceModules.load("greeting.wasm"), Policy.DEFAULT, ExecutionMode.COMPILED)
          .next();
  private final Ledger ledger = new Ledger();

  ForeignPointersTest() {
    ledger.reset(600);
    // Neighbours without a gap, the last of them at the very end of the memory.
    for (int i = 0; i < 512; i++) {
      ledger.add(i, guest.memorySize() - 8L * (512 - i), 8);
    }
    ledger.add(512, 1_024, 40);
    ledger.add(513, 2_048, 0);
    ledger.add(514, 0xFFFF_FFFFL, 0);
    ledger.release(100);
  }

  private long resolve(Foreign kind, int number) {
    return ForeignPointers.resolve(kind.argument(number), ledger, guest);
  }

  @Property
  void isNoneThatWasGivenOut(@ForAll Foreign kind, @ForAll @IntRange(max = 0xFFF_FFFF) int number) {
    long pointer = resolve(kind, number);
    if (pointer != ForeignPointers.NONE) {
      assertTrue(pointer >= 0 && pointer <= 0xFFFF_FFFFL);
      assertFalse(ledger.gaveOut(pointer));
    }
  }

  @Test
  void isWhereItsKindSays() {
    assertEquals(0, resolve(Foreign.NULL, 0));
    assertEquals(1L << 31, resolve(Foreign.TWO_GIB, 1));
    assertEquals(0xFFFF_FFFEL, resolve(Foreign.LAST, 1));
    assertEquals(guest.memorySize(), resolve(Foreign.MEMORY_END, 0));
    assertEquals(guest.memorySize(), resolve(Foreign.PAST_END, 510));
    assertEquals(guest.memorySize() + 8, resolve(Foreign.BEYOND, 0));
    assertEquals(guest.stackPointer(), resolve(Foreign.STACK, 0));
    assertTrue(guest.stackPointer() > 0, "the module tells where its stack is");
    assertEquals(1_032, resolve(Foreign.DATA, 1));
    assertEquals(ledger.pointer(0) - 8, resolve(Foreign.BEFORE, 0));
    for (int number = 511; number < 100_000; number += 514) {
      long inside = resolve(Foreign.INTERIOR, number) - 1_024;
      assertTrue(inside > 0 && inside < 40, () -> inside + " in an area of 40 bytes");
    }
  }

  @Test
  void thereIsNoneWhereAnAreaStarts() {
    assertEquals(ForeignPointers.NONE, resolve(Foreign.LAST, 0));
    assertEquals(ForeignPointers.NONE, resolve(Foreign.PAST_END, 0));
    assertEquals(ForeignPointers.NONE, resolve(Foreign.BEFORE, 1));
    assertEquals(ForeignPointers.NONE, resolve(Foreign.DATA, 0));
    assertEquals(ForeignPointers.NONE, resolve(Foreign.INTERIOR, 512), "it has no inside");
  }
}

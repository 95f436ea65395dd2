package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.types.MemoryLimits;
import org.junit.jupiter.api.Test;

/** A memory grows up to its limit, and refuses what it is told to refuse. */
class GuestMemoryGrowthTest {

  private static final int PAGE = 65_536;

  @Test
  void growsToItsLimitAndNoFurther() {
    GuestMemory memory = new GuestMemory(new MemoryLimits(1, 100), 4);
    assertEquals(1, memory.grow(2));
    assertEquals(3, memory.pages());
    assertEquals(-1, memory.grow(2));
    assertEquals(3, memory.grow(1));
    assertEquals(-1, memory.grow(1));
    assertEquals(-1, memory.grow(Integer.MAX_VALUE));
    assertEquals(-1, memory.grow(-1));
    assertEquals(4, memory.grow(0));
    assertEquals(4 * PAGE, memory.size());
    assertEquals(7, memory.requests().count());
    assertTrue(memory.requests().overLimit());
  }

  @Test
  void theDeclaredMaximumIsALimitToo() {
    GuestMemory memory = new GuestMemory(new MemoryLimits(1, 2), 4);
    assertEquals(2, memory.maximumPages());
    assertEquals(-1, memory.grow(2));
    assertEquals(1, memory.grow(1));
    assertFalse(memory.requests().overLimit(), "the policy would have allowed it");
  }

  @Test
  void refusesTheRequestThatItIsToldTo() {
    GuestMemory memory = new GuestMemory(new MemoryLimits(1, 9), 9);
    MemoryImage image = memory.snapshot();
    assertEquals(1, memory.grow(1));
    memory.requests().refuse(2);
    assertEquals(2, memory.grow(1));
    assertEquals(-1, memory.grow(1));
    assertEquals(3, memory.grow(1));
    memory.requests().refuse(1);
    assertEquals(-1, memory.grow(0));
    memory.requests().refuse(1);
    memory.restore(image);
    assertEquals(0, memory.requests().count());
    assertEquals(1, memory.grow(1));
  }
}

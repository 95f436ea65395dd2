package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.ToFit;
import io.modulecontract.abi.U32;
import org.junit.jupiter.api.Test;

/** How many bytes a guest can still give out. */
class GuestsRoomTest {

  private static Guests guests(String module, int pages) {
    return new RestoredGuests(
        ReferenceModules.load(module + ".wasm"),
        Policy.DEFAULT.withMemoryPages(pages),
        ExecutionMode.COMPILED);
  }

  @Test
  void aMemoryThatGrowsHasRoomUpToItsLimit() {
    long start = guests("greeting", 2_048).next().memorySize() / U32.PAGE;
    assertEquals((2_048 - start) * U32.PAGE, guests("greeting", 2_048).room());
    assertEquals(8 * U32.PAGE, guests("greeting", (int) start + 8).room());
  }

  @Test
  void whereItHardlyGrowsTheGuestIsAsked() {
    int start = (int) (guests("greeting", 2_048).next().memorySize() / U32.PAGE);
    Guests tight = guests("greeting", start + 7);
    long room = tight.room();
    assertTrue(room > 6 * U32.PAGE && room < 8 * U32.PAGE, room + " bytes");
    assertEquals(new ToFit(0), tight.toFit());
    assertEquals(start * U32.PAGE, tight.next().memorySize(), "as if nobody had asked");
  }

  @Test
  void aMemoryThatNeverGrowsHasWhatTheGuestGivesOut() {
    Guests fixed = guests("fixed_memory", 2_048);
    assertEquals(fixed.next().memoryLimit(), fixed.next().memorySize());
    long room = fixed.room();
    assertTrue(room > 3L << 20 && room < 4L << 20, room + " bytes");
    assertEquals(room / 4, fixed.toFit().most());
    Guest later = fixed.next();
    later.allocate(1 << 20);
    Guests less = fixed.startingAt(later.snapshot());
    assertTrue(less.room() <= room - (1 << 20), less.room() + " bytes");
  }

  @Test
  void oneThatGivesOutNothingHasNone() {
    LoadedModule none = new HandMade().allocate(0x41, 0).deallocate(0x41, 0).load();
    Policy little = Policy.DEFAULT.withMemoryPages(1);
    assertEquals(0, new FreshGuests(none, little, ExecutionMode.COMPILED).room());
  }
}

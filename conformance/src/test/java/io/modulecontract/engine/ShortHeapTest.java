package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.dylibso.chicory.wasm.types.MemoryLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a guest is told when the JVM has no room, and that it is written down. */
class ShortHeapTest {

  private static final int PAGE = 65_536;

  private final JvmHeap heap = new JvmHeap(10 * PAGE);
  private final GuestMemory memory =
      new GuestMemory(
          new MemoryLimits(2, 100), 100, () -> 0, heap, new PageShare(PageBudget.UNLIMITED), true);

  @Test
  void growthWithoutRoomIsRefusedAndCounted() {
    memory.writeI32(PAGE, 7);
    assertEquals(-1, memory.grow(9));
    assertEquals(1, heap.refusals());
    assertEquals(2, memory.pages());
    assertEquals(7, memory.readInt(PAGE));
    assertEquals(2, memory.grow(8), "without reserve there is room");
    memory.writeI32(10 * PAGE - 4, 8);
    assertEquals(7, memory.readInt(PAGE));
    assertEquals(1, heap.refusals());
  }

  @Test
  void growthBeyondTheLimitIsNotTheHeapsFault() {
    assertEquals(-1, memory.grow(99));
    assertEquals(0, heap.refusals());
  }

  @Test
  void aStateWithoutRoomIsNotBroughtBack() {
    GuestMemory large = new GuestMemory(new MemoryLimits(11, 100), 100);
    MemoryImage image = large.snapshot();
    assertThrows(HeapExhausted.class, () -> memory.restore(image));
    assertEquals(2, memory.pages());
  }

  /** Allocate grows the table by its argument; deallocate tells its size. */
  @ParameterizedTest
  @EnumSource
  void tablesGrowToTheirCapOnly(ExecutionMode mode) {
    LoadedModule module =
        new HandMade()
            .section(4, raw(0x70, 0, 4))
            .allocate(0xD0, 0x70, 0x20, 0, 0xFC, 15, 0)
            .deallocate(0xFC, 16, 0)
            .load();
    Guest guest = new FreshGuests(module, Policy.DEFAULT, mode).next();
    CallOutcome refused = new CallOutcome.Returned(0xFFFF_FFFFL);
    for (long more : new long[] {Policy.TABLE_ENTRIES - 3, 0x7FFF_FFFFL, 0xFFFF_FFFFL}) {
      assertEquals(refused, guest.allocate(more));
      assertEquals(new CallOutcome.Returned(4), guest.deallocate(0));
    }
    assertEquals(new CallOutcome.Returned(4), guest.allocate(Policy.TABLE_ENTRIES - 4));
    assertEquals(new CallOutcome.Returned(Policy.TABLE_ENTRIES), guest.deallocate(0));
    assertEquals(refused, guest.allocate(1));
    assertEquals(0, module.heapRefusals());
  }
}

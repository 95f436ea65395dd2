package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A store marks one block even where it reaches into the next: a restore must undo all of it. */
class StoreAcrossBlocksTest {

  private static final int BLOCK = 1 << Blocks.SHIFT;
  private static final int PAGE = Memory.PAGE_SIZE;

  private final GuestMemory memory = new GuestMemory(new MemoryLimits(2, 4), 4);

  /** One way to write. */
  private interface Store {
    void at(int address);
  }

  @TestFactory
  Stream<DynamicTest> everyStoreIsUndone() {
    return Stream.of(
        undone("one byte", 1, address -> memory.writeByte(address, (byte) -1)),
        undone("two bytes", 2, address -> memory.writeShort(address, (short) -1)),
        undone("four bytes", 4, address -> memory.writeI32(address, -1)),
        undone("eight bytes", 8, address -> memory.writeLong(address, -1)),
        undone("a float", 4, address -> memory.writeF32(address, -1)),
        undone("a double", 8, address -> memory.writeF64(address, -1)),
        undone("a filled area", 33, address -> memory.fill(address, 33, -1L)),
        undone("copied bytes", 33, address -> memory.write(address, new byte[33], 0, 33)));
  }

  private DynamicTest undone(String name, int width, Store store) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          memory.fill(0, 2 * PAGE, 0x0102_0304_0506_0708L);
          byte[] before = memory.readBytes(0, 2 * PAGE);
          MemoryImage image = memory.snapshot();
          for (int border : new int[] {BLOCK, 9 * BLOCK, PAGE, 2 * PAGE}) {
            for (int address : IntStream.rangeClosed(border - width - 1, border + 1).toArray()) {
              if (address + width <= memory.size()) {
                store.at(address);
                memory.restore(image);
                assertArrayEquals(before, memory.readBytes(0, 2 * PAGE), name + " at " + address);
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatWasWrittenIntoGrownMemoryIsZeroInTheNextGrowth() {
    return Stream.of(
        zeroAgain("eight bytes across a block", 2 * PAGE + BLOCK - 3),
        zeroAgain("eight bytes across the old end", 2 * PAGE - 3),
        zeroAgain("the last eight bytes", 3 * PAGE - 8));
  }

  private DynamicTest zeroAgain(String name, int address) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          MemoryImage image = memory.snapshot();
          assertEquals(2, memory.grow(1));
          memory.writeLong(address, -1);
          memory.restore(image);
          assertEquals(2 * PAGE, memory.size());
          assertEquals(2, memory.grow(1));
          assertArrayEquals(new byte[3 * PAGE], memory.readBytes(0, 3 * PAGE));
          memory.restore(image);
        });
  }
}

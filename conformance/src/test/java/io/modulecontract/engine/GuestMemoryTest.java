package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads and stores, at every border where they may go wrong. */
class GuestMemoryTest {

  private static final int PAGE = 65_536;
  private static final int BLOCK = 1 << Blocks.SHIFT;

  private static GuestMemory memory(int pages, int most) {
    return new GuestMemory(new MemoryLimits(pages, most), most);
  }

  static Stream<Arguments> inside() {
    return Stream.of(Width.values())
        .flatMap(
            width ->
                Stream.of(BLOCK, PAGE, 3 * BLOCK, 2 * PAGE)
                    .flatMap(
                        border ->
                            Stream.of(-width.bytes, -width.bytes / 2, -1, 0)
                                .map(before -> border + before)
                                .filter(at -> at + width.bytes <= 2 * PAGE)
                                .map(at -> Arguments.of(width, at))));
  }

  @ParameterizedTest
  @MethodSource("inside")
  void everyStoreIsLoadedRestoredAndLeavesItsNeighbours(Width width, int at) {
    GuestMemory memory = memory(2, 2);
    memory.fill((byte) 0x7E, 0, 2 * PAGE);
    MemoryImage image = memory.snapshot();
    byte[] expected = memory.readBytes(0, 2 * PAGE);
    width.store(memory, at);
    assertEquals(width.expectedLoads(), width.loads(memory, at));
    byte[] stored = expected.clone();
    System.arraycopy(width.expected(), 0, stored, at, width.bytes);
    assertArrayEquals(stored, memory.readBytes(0, 2 * PAGE));
    memory.restore(image);
    assertArrayEquals(expected, memory.readBytes(0, 2 * PAGE));
  }

  static Stream<Arguments> outside() {
    return Stream.of(Width.values())
        .flatMap(
            width ->
                Stream.of(
                        PAGE - width.bytes + 1,
                        PAGE - 1 + (width.bytes == 1 ? 1 : 0),
                        PAGE,
                        PAGE + BLOCK,
                        Integer.MAX_VALUE - width.bytes,
                        Integer.MAX_VALUE,
                        Integer.MIN_VALUE,
                        -width.bytes,
                        -1)
                    .map(at -> Arguments.of(width, at)));
  }

  @ParameterizedTest
  @MethodSource("outside")
  void beyondTheEndIsOutOfBoundsAndChangesNothing(Width width, int at) {
    GuestMemory memory = memory(1, 2);
    memory.grow(1);
    MemoryImage two = memory.snapshot();
    // The array behind it stays larger than the memory is.
    GuestMemory one = memory(1, 2);
    memory.restore(one.snapshot());
    assertEquals(PAGE, memory.size());
    assertThrows(WasmRuntimeException.class, () -> width.store(memory, at));
    assertThrows(WasmRuntimeException.class, () -> width.loads(memory, at));
    memory.restore(two);
    assertArrayEquals(new byte[2 * PAGE], memory.readBytes(0, 2 * PAGE));
  }

  @ParameterizedTest
  @MethodSource("outside")
  void noMemoryHasNoByte(Width width, int at) {
    GuestMemory memory = memory(0, 1);
    assertThrows(WasmRuntimeException.class, () -> width.store(memory, at));
    assertThrows(WasmRuntimeException.class, () -> width.loads(memory, 0));
  }

  @Test
  void lengthsThatWrapAroundAreOutOfBounds() {
    GuestMemory memory = memory(1, 1);
    int most = Integer.MAX_VALUE;
    for (int at : new int[] {0, 1, PAGE, most / 2 + PAGE, most - 1, most, Integer.MIN_VALUE, -1}) {
      for (int length : new int[] {PAGE + 1, most - PAGE, most - 1, most, Integer.MIN_VALUE, -1}) {
        assertThrows(
            WasmRuntimeException.class, () -> memory.fill(at, length, 1), at + " " + length);
        assertThrows(WasmRuntimeException.class, () -> memory.fill((byte) 1, at, at + length));
        assertThrows(WasmRuntimeException.class, () -> memory.copy(at, 0, length));
        assertThrows(WasmRuntimeException.class, () -> memory.copy(0, at, length));
        assertThrows(WasmRuntimeException.class, () -> memory.readBytes(at, length));
        assertThrows(WasmRuntimeException.class, () -> memory.mismatch(at, length, 1));
        assertThrows(WasmRuntimeException.class, () -> memory.write(at, new byte[1], 0, length));
      }
    }
    assertArrayEquals(new byte[PAGE], memory.readBytes(0, PAGE));
  }

  @Test
  void nothingFitsAtTheVeryEnd() {
    GuestMemory memory = memory(1, 1);
    memory.fill((byte) 1, PAGE, PAGE);
    memory.copy(PAGE, PAGE, 0);
    assertEquals(0, memory.readBytes(PAGE, 0).length);
    assertThrows(WasmRuntimeException.class, () -> memory.copy(PAGE + 1, 0, 0));
  }
}

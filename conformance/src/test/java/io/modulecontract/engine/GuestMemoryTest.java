package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads, stores and growth, at every border where they may go wrong. */
class GuestMemoryTest {

  private static final int PAGE = 65_536;
  private static final int BLOCK = 1 << Blocks.SHIFT;
  private static final long VALUE = 0x8877_6655_4433_2211L;

  /** One way to store and load a value of some width. */
  enum Width {
    BYTE(1),
    SHORT(2),
    INT(4),
    LONG(8),
    FLOAT(4),
    DOUBLE(8),
    BYTES(7),
    PATTERN(13);

    final int bytes;

    Width(int bytes) {
      this.bytes = bytes;
    }

    void store(GuestMemory memory, int at) {
      switch (this) {
        case BYTE -> memory.writeByte(at, (byte) VALUE);
        case SHORT -> memory.writeShort(at, (short) VALUE);
        case INT -> memory.writeI32(at, (int) VALUE);
        case LONG -> memory.writeLong(at, VALUE);
        case FLOAT -> memory.writeF32(at, Float.intBitsToFloat((int) VALUE));
        case DOUBLE -> memory.writeF64(at, Double.longBitsToDouble(VALUE));
        case BYTES -> memory.write(at, expected(), 0, bytes);
        case PATTERN -> memory.fill(at, bytes, VALUE);
      }
    }

    /** What the value is as bytes, the lowest first. */
    byte[] expected() {
      byte[] expected = new byte[bytes];
      for (int i = 0; i < bytes; i++) {
        expected[i] = (byte) (VALUE >>> (i % 8 * 8));
      }
      return expected;
    }

    List<Object> loads(GuestMemory memory, int at) {
      return switch (this) {
        case BYTE -> List.of(memory.read(at), memory.readU8(at), memory.readI8(at));
        case SHORT -> List.of(memory.readShort(at), memory.readU16(at), memory.readI16(at));
        case INT -> List.of(memory.readInt(at), memory.readI32(at), memory.readU32(at));
        case LONG -> List.of(memory.readLong(at), memory.readI64(at));
        case FLOAT -> List.of(memory.readF32(at), Float.floatToRawIntBits(memory.readFloat(at)));
        case DOUBLE ->
            List.of(memory.readF64(at), Double.doubleToRawLongBits(memory.readDouble(at)));
        case BYTES -> List.of(Arrays.hashCode(memory.readBytes(at, bytes)));
        case PATTERN -> List.of(memory.mismatch(at, bytes, VALUE));
      };
    }

    List<Object> expectedLoads() {
      return switch (this) {
        case BYTE -> List.of((byte) 0x11, 0x11L, 0x11L);
        case SHORT -> List.of((short) 0x2211, 0x2211L, 0x2211L);
        case INT -> List.of(0x4433_2211, 0x4433_2211L, 0x4433_2211L);
        case LONG -> List.of(VALUE, VALUE);
        case FLOAT -> List.of(0x4433_2211L, 0x4433_2211);
        case DOUBLE -> List.of(VALUE, VALUE);
        case BYTES -> List.of(Arrays.hashCode(expected()));
        case PATTERN -> List.of(-1);
      };
    }
  }

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
    assertEquals(7, memory.growRequests());
  }

  @Test
  void theDeclaredMaximumIsALimitToo() {
    GuestMemory memory = new GuestMemory(new MemoryLimits(1, 2), 4);
    assertEquals(2, memory.maximumPages());
    assertEquals(-1, memory.grow(2));
    assertEquals(1, memory.grow(1));
  }

  @Test
  void refusesTheRequestThatItIsToldTo() {
    GuestMemory memory = memory(1, 9);
    MemoryImage image = memory.snapshot();
    assertEquals(1, memory.grow(1));
    memory.refuseGrowRequest(2);
    assertEquals(2, memory.grow(1));
    assertEquals(-1, memory.grow(1));
    assertEquals(3, memory.grow(1));
    memory.refuseGrowRequest(1);
    assertEquals(-1, memory.grow(0));
    memory.refuseGrowRequest(1);
    memory.restore(image);
    assertEquals(0, memory.growRequests());
    assertEquals(1, memory.grow(1));
  }
}

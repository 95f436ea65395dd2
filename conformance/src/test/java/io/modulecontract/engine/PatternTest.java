package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dylibso.chicory.wasm.types.MemoryLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filling and comparing work on words, and must not differ from what single bytes would give. */
class PatternTest {

  private static final long PATTERN = 0x0807_0605_0403_0201L;
  private static final int START = 1_021;
  private static final int LONGEST = 80;

  private final GuestMemory memory = new GuestMemory(new MemoryLimits(1, 1), 1);

  private static byte expected(int offset) {
    return (byte) (1 + offset % Long.BYTES);
  }

  @Test
  void fillWritesEveryByteOfTheAreaAndNoOther() {
    for (int length = 0; length <= LONGEST; length++) {
      byte[] wanted = new byte[LONGEST + 2];
      for (int i = 0; i < length; i++) {
        wanted[1 + i] = expected(i);
      }
      memory.zero();
      memory.fill(START, length, PATTERN);
      assertArrayEquals(wanted, memory.readBytes(START - 1, wanted.length), "length " + length);
    }
  }

  @Test
  void mismatchNamesTheFirstByteThatDiffers() {
    for (int length = 0; length <= LONGEST; length++) {
      memory.fill(START, length, PATTERN);
      assertEquals(-1, memory.mismatch(START, length, PATTERN));
      for (int offset = length - 1; offset >= 0; offset--) {
        memory.writeByte(START + offset, (byte) 0xFF);
        assertEquals(offset, memory.mismatch(START, length, PATTERN), "length " + length);
      }
    }
  }

  /** Large ones are copied and compared as ranges. */
  @ParameterizedTest
  @ValueSource(ints = {4_095, 4_096, 4_097, 4_103, 8_191, 60_001})
  void largeAreasAreNoDifferent(int length) {
    memory.zero();
    memory.fill(START, length, PATTERN);
    byte[] wanted = new byte[length + 2];
    for (int i = 0; i < length; i++) {
      wanted[1 + i] = expected(i);
    }
    assertArrayEquals(wanted, memory.readBytes(START - 1, wanted.length));
    assertEquals(-1, memory.mismatch(START, length, PATTERN));
    for (int offset :
        new int[] {0, 1, 7, 8, 9, 15, 16, 4_000, length - 9, length - 8, length - 1}) {
      memory.writeByte(START + offset, (byte) 0xFF);
      assertEquals(offset, memory.mismatch(START, length, PATTERN));
      memory.writeByte(START + offset, expected(offset));
    }
    assertEquals(0, memory.mismatch(START, length, PATTERN + 1));
    assertEquals(7, memory.mismatch(START, length, PATTERN ^ (1L << 60)));
  }
}

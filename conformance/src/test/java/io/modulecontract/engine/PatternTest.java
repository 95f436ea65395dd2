package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dylibso.chicory.wasm.types.MemoryLimits;
import org.junit.jupiter.api.Test;

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
}

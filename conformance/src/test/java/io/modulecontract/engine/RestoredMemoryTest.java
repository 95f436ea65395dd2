package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever was done to a memory, a restored one has the bytes of its snapshot and no others. */
class RestoredMemoryTest {

  private static final int PAGE = 65_536;
  private static final int MOST = 5;

  /** A snapshot with a copy of what it must bring back. */
  @SuppressWarnings("ArrayRecordComponent") // compared byte for byte, never as a record
  private record Kept(MemoryImage image, byte[] bytes) {}

  @Property(tries = 300)
  void comesBackByteForByte(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GuestMemory memory = memory(random.nextInt(0, 4));
    List<Kept> snapshots = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      change(memory, random);
      if (snapshots.isEmpty() || random.nextInt(3) == 0) {
        byte[] bytes = memory.readBytes(0, memory.size());
        snapshots.add(new Kept(memory.snapshot(), bytes));
      } else {
        // Mostly the last one, as a run does; an older one must come back, too.
        int which =
            random.nextInt(3) == 0 ? random.nextInt(snapshots.size()) : snapshots.size() - 1;
        Kept kept = snapshots.get(which);
        memory.restore(kept.image());
        assertEquals(kept.bytes().length, memory.size());
        assertArrayEquals(kept.bytes(), memory.readBytes(0, memory.size()));
        assertRegrownIsZero(memory, random, kept);
      }
    }
  }

  @Property(tries = 100)
  void takesTheStateOfAnotherMemory(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GuestMemory one = memory(random.nextInt(0, 4));
    GuestMemory other = memory(random.nextInt(0, 4));
    change(one, random);
    change(other, random);
    if (random.nextBoolean()) {
      other.snapshot();
      change(other, random);
    }
    byte[] bytes = one.readBytes(0, one.size());
    MemoryImage image = one.snapshot();
    other.restore(image);
    assertTrue(other.sameAs(one));
    assertRegrownIsZero(other, random, new Kept(image, bytes));
    other.restore(image);
    assertTrue(one.sameAs(other));
    if (one.size() > 0) {
      one.writeByte(one.size() - 1, (byte) ~one.read(one.size() - 1));
      assertFalse(one.sameAs(other));
    }
  }

  /** Sometimes: the grown part must be zero, whatever was there before. */
  private static void assertRegrownIsZero(GuestMemory memory, SplittableRandom random, Kept kept) {
    if (random.nextBoolean()) {
      memory.grow(MOST - memory.pages());
      byte[] expected = Arrays.copyOf(kept.bytes(), MOST * PAGE);
      assertArrayEquals(expected, memory.readBytes(0, memory.size()));
    }
  }

  private static GuestMemory memory(int pages) {
    return new GuestMemory(new MemoryLimits(pages, MOST), MOST);
  }

  private static void change(GuestMemory memory, SplittableRandom random) {
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(4) == 0) {
        memory.grow(random.nextInt(3));
      }
      if (memory.size() > 0) {
        store(memory, random);
      }
    }
  }

  private static void store(GuestMemory memory, SplittableRandom random) {
    int size = memory.size();
    long value = random.nextLong();
    int at = at(random, size - 8);
    int length = random.nextInt(1 + Math.min(size - at, 1 << random.nextInt(1, 18)));
    switch (random.nextInt(11)) {
      case 0 -> memory.writeByte(at, (byte) value);
      case 1 -> memory.writeShort(at, (short) value);
      case 2 -> memory.writeI32(at, (int) value);
      case 3 -> memory.writeLong(at, value);
      case 4 -> memory.writeF32(at, (float) value);
      case 5 -> memory.writeF64(at, (double) value);
      case 6 -> memory.fill(at, length, value);
      case 7 -> memory.fill((byte) value, at, at + length);
      case 8 -> memory.copy(at, random.nextInt(1 + size - length), length);
      case 9 -> memory.write(at, bytes(random, length), 0, length);
      default -> {
        if (random.nextInt(8) == 0) {
          memory.zero();
        }
      }
    }
  }

  /** Often at the border of a block or a page. */
  private static int at(SplittableRandom random, int last) {
    int at = random.nextInt(1 + last);
    int border = random.nextBoolean() ? 1 << Blocks.SHIFT : PAGE;
    return random.nextBoolean() ? at : Math.max(0, at / border * border - random.nextInt(9));
  }

  private static byte[] bytes(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}

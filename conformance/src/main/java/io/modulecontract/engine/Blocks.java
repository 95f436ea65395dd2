package io.modulecontract.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Which blocks of 1 KiB were written since the last snapshot. A store marks the block of its first
 * byte with one plain byte, so a mark also stands for the seven bytes behind its block. Reading the
 * marks eight at a time keeps a restore cheap even for large memories.
 */
final class Blocks {

  /** A block has {@code 1 << SHIFT} bytes. */
  static final int SHIFT = 10;

  private static final int SIZE = 1 << SHIFT;

  /** How far the longest store reaches beyond its first byte. */
  private static final int REACH = Long.BYTES - 1;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] written;

  Blocks(int bytes) {
    written = new byte[marks(bytes)];
  }

  /** The marks themselves, for the memory's stores. */
  byte[] marks() {
    return written;
  }

  /** Makes room for a memory of this many bytes. */
  void ensure(int bytes) {
    if (marks(bytes) > written.length) {
      written = Arrays.copyOf(written, marks(bytes));
    }
  }

  /** Marks every block of a range, which may be empty. */
  void mark(int from, int length) {
    if (length > 0) {
      ByteRun.fill(written, from >>> SHIFT, ((from + length - 1) >>> SHIFT) + 1, (byte) 1);
    }
  }

  /** Brings the marked blocks below {@code used} bytes back to the image, or to zero beyond it. */
  void restore(byte[] memory, MemoryImage image, int used) {
    int end = (used + SIZE - 1) >>> SHIFT;
    for (int block = 0; block < end; block += Long.BYTES) {
      if ((long) EIGHT.get(written, block) != 0) {
        restoreEight(memory, image, block);
      }
    }
  }

  /** Forgets every mark. */
  void clear() {
    Arrays.fill(written, (byte) 0);
  }

  private void restoreEight(byte[] memory, MemoryImage image, int first) {
    for (int block = first; block < first + Long.BYTES; block++) {
      if (written[block] != 0) {
        written[block] = 0;
        int from = block << SHIFT;
        int to = Math.min(from + SIZE + REACH, memory.length);
        int kept = Math.max(0, Math.min(to, image.size()) - from);
        System.arraycopy(image.content(), Math.min(from, image.size()), memory, from, kept);
        ByteRun.fill(memory, from + kept, to, (byte) 0);
      }
    }
  }

  private static int marks(int bytes) {
    int blocks = (int) ((bytes + (long) SIZE - 1) >>> SHIFT);
    return (blocks + Long.BYTES) & -Long.BYTES;
  }
}

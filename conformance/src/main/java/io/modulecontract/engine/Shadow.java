package io.modulecontract.engine;

import io.modulecontract.abi.U32;
import java.util.Arrays;

/** A bit for each byte of a linear memory, in words of 64: whether it belongs to a guarded area. */
final class Shadow {

  /** A word stands for {@code 1 << SHIFT} bytes of memory. */
  static final int SHIFT = 6;

  private long[] words = new long[0];

  /** The words themselves; {@link #ensure} may replace them. */
  long[] words() {
    return words;
  }

  /** Makes room for a memory of this many bytes. */
  void ensure(long bytes) {
    int needed = (int) ((bytes + U32.PAGE) >>> SHIFT);
    if (needed > words.length) {
      words = Arrays.copyOf(words, needed);
    }
  }

  /** Marks the bytes from one address up to another, at least one. */
  void set(long from, long to) {
    int first = (int) (from >>> SHIFT);
    int last = (int) ((to - 1) >>> SHIFT);
    if (first == last) {
      words[first] |= upFrom(from) & upTo(to);
      return;
    }
    words[first] |= upFrom(from);
    for (int i = first + 1; i < last; i++) {
      words[i] = -1;
    }
    words[last] |= upTo(to);
  }

  /** Takes that back. */
  void clear(long from, long to) {
    int first = (int) (from >>> SHIFT);
    int last = (int) ((to - 1) >>> SHIFT);
    if (first == last) {
      words[first] &= ~(upFrom(from) & upTo(to));
      return;
    }
    words[first] &= ~upFrom(from);
    for (int i = first + 1; i < last; i++) {
      words[i] = 0;
    }
    words[last] &= ~upTo(to);
  }

  /** Whether no byte from one address up to another is marked. */
  boolean isClear(long from, long to) {
    int first = (int) (from >>> SHIFT);
    int last = (int) ((to - 1) >>> SHIFT);
    if (first == last) {
      return (words[first] & upFrom(from) & upTo(to)) == 0;
    }
    if ((words[first] & upFrom(from)) != 0) {
      return false;
    }
    for (int i = first + 1; i < last; i++) {
      if (words[i] != 0) {
        return false;
      }
    }
    return (words[last] & upTo(to)) == 0;
  }

  /** Of the word that an address is in: its bit and all above. */
  private static long upFrom(long address) {
    return -1L << address;
  }

  /** Of the word that the byte before an address is in: its bit and all below. */
  private static long upTo(long end) {
    return -1L >>> -end;
  }
}

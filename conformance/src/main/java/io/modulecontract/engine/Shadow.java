package io.modulecontract.engine;

import java.util.Arrays;

/**
 * A bit for each byte of a linear memory, in words of 64: whether it belongs to a guarded area.
 * What lies behind the memory's end has its bits set, too, so that one look tells that an access is
 * both inside and on no guarded byte.
 */
final class Shadow {

  /** A word stands for {@code 1 << SHIFT} bytes of memory. */
  static final int SHIFT = 6;

  /** Words to copy from: of bytes that nobody guards, and of bytes that are all guarded. */
  private static final long[] CLEAR = new long[1 << 10];

  private static final long[] MARKED = CLEAR.clone();

  static {
    Arrays.fill(MARKED, -1);
  }

  /** There are none before the first area is marked: most memories never have one. */
  private long[] words = new long[0];

  private long end;

  /** The words themselves; {@link #endAt} and {@link #set} may replace them. */
  long[] words() {
    return words;
  }

  /** The memory has so many bytes now. */
  void endAt(long bytes) {
    if (words.length > 0 && bytes > end) {
      cover(bytes);
      clearWords(end, bytes);
    } else if (words.length > 0 && bytes < end) {
      setWords(bytes, end);
    }
    end = bytes;
  }

  /** Marks the bytes from one address up to another, as far as they are inside. */
  void set(long from, long to) {
    long last = Math.min(to, end);
    if (from < last) {
      if (words.length == 0) {
        cover(end);
        clearWords(0, end);
      }
      setWords(from, last);
    }
  }

  /** Takes that back. */
  void clear(long from, long to) {
    long last = Math.min(to, end);
    if (from < last && words.length > 0) {
      clearWords(from, last);
    }
  }

  /** Whether no byte from one address up to another, both inside, is marked. */
  boolean isClear(long from, long to) {
    if (words.length == 0) {
      return true;
    }
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

  /** Makes room for so many bytes; what is new is behind the end. */
  private void cover(long bytes) {
    int needed = (int) ((bytes + (1 << SHIFT) - 1) >>> SHIFT);
    int before = words.length;
    if (needed > before) {
      // Doubled: a memory that grows page by page otherwise has its words copied each time.
      words = Arrays.copyOf(words, Math.max(needed, 2 * before));
      Arrays.fill(words, before, words.length, -1);
    }
  }

  private void setWords(long from, long to) {
    int first = (int) (from >>> SHIFT);
    int last = (int) ((to - 1) >>> SHIFT);
    if (first == last) {
      words[first] |= upFrom(from) & upTo(to);
      return;
    }
    words[first] |= upFrom(from);
    copy(MARKED, first + 1, last);
    words[last] |= upTo(to);
  }

  private void clearWords(long from, long to) {
    int first = (int) (from >>> SHIFT);
    int last = (int) ((to - 1) >>> SHIFT);
    if (first == last) {
      words[first] &= ~(upFrom(from) & upTo(to));
      return;
    }
    words[first] &= ~upFrom(from);
    copy(CLEAR, first + 1, last);
    words[last] &= ~upTo(to);
  }

  /**
   * Copied, whole words take a third of the time of a loop: an area has a few of them, each time
   * another number, so that the processor guesses wrong where a loop ends.
   */
  private void copy(long[] source, int from, int to) {
    for (int at = from; at < to; at += source.length) {
      System.arraycopy(source, 0, words, at, Math.min(to - at, source.length));
    }
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

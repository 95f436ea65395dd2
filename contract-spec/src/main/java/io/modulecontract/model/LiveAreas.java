package io.modulecontract.model;

import java.util.Arrays;

/**
 * The reference model of an allocator: which areas are live, and so what a guest may answer next.
 * It knows no guest and no memory; it is the oracle that both are measured by.
 *
 * <p>Areas are kept in arrays sorted by pointer, for a run asks it millions of questions. Pointers
 * and sizes are unsigned 32-bit values in a {@code long}, ends are computed in 64 bits. An area of
 * size 0 has an address and no bytes: it may lie anywhere, but no two live areas share an address
 * (ALLOC-02, ALLOC-04).
 */
public final class LiveAreas {

  /** The answer "no such area"; every id is 0 or more. */
  public static final int NONE = -1;

  private long[] pointers = new long[16];
  private long[] sizes = new long[16];
  private int[] ids = new int[16];
  private int count;
  private long bytes;

  /** How many areas are live. */
  public int count() {
    return count;
  }

  /** The sum of the live areas' sizes. */
  public long bytes() {
    return bytes;
  }

  /** The pointer of the {@code index}-th live area, in the order of addresses. */
  public long pointer(int index) {
    return pointers[index];
  }

  /** The size of the {@code index}-th live area, in the order of addresses. */
  public long size(int index) {
    return sizes[index];
  }

  /** The id of the {@code index}-th live area, in the order of addresses. */
  public int id(int index) {
    return ids[index];
  }

  /**
   * The id of a live area that an area at {@code pointer} of {@code size} bytes would share a byte
   * or its address with, or {@link #NONE}.
   */
  public int conflict(long pointer, long size) {
    return conflict(lowerBound(pointer), pointer, size);
  }

  /** The same, where {@code at} is the index of the first live area from {@code pointer} on. */
  private int conflict(int at, long pointer, long size) {
    if (at < count && pointers[at] == pointer) {
      return ids[at];
    }
    if (size == 0) {
      return NONE;
    }
    long end = pointer + size;
    for (int next = at; next < count && pointers[next] < end; next++) {
      if (sizes[next] > 0) {
        return ids[next];
      }
    }
    return covering(at - 1, pointer);
  }

  /**
   * Books an area under {@code id}.
   *
   * @throws IllegalArgumentException when it conflicts with a live area; ask {@link #conflict}
   */
  public void add(int id, long pointer, long size) {
    if (addUnlessConflict(id, pointer, size) != NONE) {
      throw new IllegalArgumentException("area at " + pointer + " conflicts with a live one");
    }
  }

  /**
   * Books an area under {@code id}, or changes nothing and answers as {@link #conflict} does: one
   * search instead of three.
   */
  public int addUnlessConflict(int id, long pointer, long size) {
    int at = lowerBound(pointer);
    int other = conflict(at, pointer, size);
    if (other != NONE) {
      return other;
    }
    if (count == pointers.length) {
      pointers = Arrays.copyOf(pointers, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
      ids = Arrays.copyOf(ids, 2 * count);
    }
    move(at, at + 1);
    pointers[at] = pointer;
    sizes[at] = size;
    ids[at] = id;
    count++;
    bytes += size;
    return NONE;
  }

  /** The id of the live area that starts at {@code pointer}, or {@link #NONE}. */
  public int startingAt(long pointer) {
    int at = lowerBound(pointer);
    return at < count && pointers[at] == pointer ? ids[at] : NONE;
  }

  /** The id of the live area that has the byte at {@code address}, or {@link #NONE}. */
  public int holding(long address) {
    return covering(lowerBound(address + 1) - 1, address);
  }

  /** Takes the live area that starts at {@code pointer} out; its id, or {@link #NONE}. */
  public int remove(long pointer) {
    int at = lowerBound(pointer);
    if (at == count || pointers[at] != pointer) {
      return NONE;
    }
    int id = ids[at];
    bytes -= sizes[at];
    move(at + 1, at);
    count--;
    return id;
  }

  /** Forgets every area. */
  public void clear() {
    count = 0;
    bytes = 0;
  }

  /** Among the areas up to {@code last}, the one that has the byte at {@code address}. */
  private int covering(int last, long address) {
    for (int before = last; before >= 0; before--) {
      if (sizes[before] > 0) {
        return pointers[before] + sizes[before] > address ? ids[before] : NONE;
      }
    }
    return NONE;
  }

  private int lowerBound(long pointer) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pointers[middle] < pointer) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void move(int from, int to) {
    int moved = count - from;
    if (moved > 0) {
      System.arraycopy(pointers, from, pointers, to, moved);
      System.arraycopy(sizes, from, sizes, to, moved);
      System.arraycopy(ids, from, ids, to, moved);
    }
  }
}

package io.modulecontract.program;

import io.modulecontract.abi.ToFit;
import io.modulecontract.model.LiveAreas;
import java.util.Arrays;

/**
 * What the host knows during one program: the live areas in the order in which they were given out,
 * and those that it gave back. An area's id is the index of the operation that asked for it.
 */
final class Ledger {

  final LiveAreas areas = new LiveAreas();
  private long[] pointers = new long[64];
  private long[] sizes = new long[64];
  private int[] order = new int[64];
  private int live;
  private int[] dead = new int[64];
  private int released;
  private long requested;

  /** Forgets everything and makes room for ids below {@code ids}. */
  void reset(int ids) {
    areas.clear();
    live = 0;
    released = 0;
    requested = 0;
    if (ids > pointers.length) {
      pointers = new long[ids];
      sizes = new long[ids];
      order = new int[ids];
      dead = new int[ids];
    }
  }

  /** Eight bytes, none of them 0, that belong to one area alone. */
  static long pattern(int id) {
    return ((id + 1) * 0x9E37_79B9_7F4A_7C15L) | 0x0101_0101_0101_0101L;
  }

  long pointer(int id) {
    return pointers[id];
  }

  long size(int id) {
    return sizes[id];
  }

  /** How many areas are live. */
  int live() {
    return live;
  }

  /** How many areas were given back, live again or not. */
  int released() {
    return released;
  }

  /** The sum of what all areas that were given out count for. */
  long requested() {
    return requested;
  }

  /**
   * Books an area that was given out, unless it conflicts with a live one.
   *
   * @return the id of that one, or {@link LiveAreas#NONE}
   */
  int add(int id, long pointer, long size) {
    int other = areas.addUnlessConflict(id, pointer, size);
    if (other == LiveAreas.NONE) {
      pointers[id] = pointer;
      sizes[id] = size;
      order[live++] = id;
      requested += ToFit.counted(size);
    }
    return other;
  }

  /** The id of the k-th live area, oldest first. */
  int liveAt(int k) {
    return order[k];
  }

  /** The id of the k-th area that was given back, in that order. */
  int deadAt(int k) {
    return dead[k];
  }

  /** Takes the k-th live area out. */
  void release(int k) {
    int id = order[k];
    System.arraycopy(order, k + 1, order, k, live - k - 1);
    live--;
    areas.remove(pointers[id]);
    dead[released++] = id;
  }

  /**
   * The id of an area that was given back and whose pointer is not live now; the search begins at
   * the k-th. {@link LiveAreas#NONE} when there is none.
   */
  int deadFrom(int k) {
    for (int i = 0; i < released; i++) {
      int id = dead[(k + i) % released];
      if (areas.startingAt(pointers[id]) == LiveAreas.NONE) {
        return id;
      }
    }
    return LiveAreas.NONE;
  }

  /** Whether allocate ever answered with this pointer. */
  boolean gaveOut(long pointer) {
    return areas.startingAt(pointer) != LiveAreas.NONE
        || Arrays.stream(dead, 0, released).anyMatch(id -> pointers[id] == pointer);
  }
}

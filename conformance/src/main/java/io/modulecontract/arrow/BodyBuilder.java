package io.modulecontract.arrow;

import java.util.Arrays;

/** The body of a batch as it grows: bytes, and what the metadata says about them. */
final class BodyBuilder {

  private final StreamLayout layout;
  private byte[] bytes = new byte[512];
  private int length;
  private final Longs nodes = new Longs();
  private final Longs buffers = new Longs();
  private final Longs viewBuffers = new Longs();

  BodyBuilder(StreamLayout layout) {
    this.layout = layout;
  }

  boolean bitmaps() {
    return layout.bitmaps();
  }

  /** Numbers one after the other. */
  static final class Longs {

    private long[] values = new long[16];
    private int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    int count() {
      return count;
    }

    long get(int index) {
      return values[index];
    }
  }

  void node(int rows, int nulls) {
    nodes.add(rows);
    nodes.add(nulls);
  }

  void viewBuffers(int count) {
    viewBuffers.add(count);
  }

  /** Adds a buffer of zeros; where it begins in {@link #bytes}. */
  int buffer(long size) {
    int start = length;
    long end = (length + size + layout.padding() - 1) & -layout.padding();
    if (end > Integer.MAX_VALUE - 64) {
      throw new UnwritableTable("a batch of more than 2 GiB");
    }
    length = (int) end;
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(2L * bytes.length, end), 0x7FFF_FFC0L));
    }
    buffers.add(start);
    buffers.add(size);
    return start;
  }

  /** The bytes so far; another array once a buffer was added. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  Longs nodes() {
    return nodes;
  }

  Longs buffers() {
    return buffers;
  }

  Longs viewBuffers() {
    return viewBuffers;
  }
}

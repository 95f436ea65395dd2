package io.modulecontract.wasi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The buffers that a guest names for reading or writing. They are checked before a byte is moved,
 * and together they are no more than the memory, so no list of buffers can hold up the host.
 *
 * @param ranges where they are
 * @param total bytes in all of them
 */
record Buffers(List<Range> ranges, int total) {

  private static final int MOST = 1024;
  private static final int ENTRY = 8;

  /** One buffer. */
  record Range(int address, int length) {}

  /** Empty when there are too many, or when they overlap. */
  static Optional<Buffers> of(GuestBytes memory, long at, long count) {
    int entries = (int) count;
    if (entries < 0 || entries > MOST) {
      return Optional.empty();
    }
    memory.check((int) at, entries * ENTRY);
    List<Range> ranges = new ArrayList<>(entries);
    long total = 0;
    for (int i = 0; i < entries; i++) {
      Range range =
          new Range(memory.readInt((int) at + i * ENTRY), memory.readInt((int) at + i * ENTRY + 4));
      memory.check(range.address(), range.length());
      ranges.add(range);
      total += range.length();
    }
    return total > memory.size() ? Optional.empty() : Optional.of(new Buffers(ranges, (int) total));
  }
}

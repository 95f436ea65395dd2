package io.modulecontract.arrow;

import org.jspecify.annotations.Nullable;

/**
 * A table of a flatbuffer, read by position. Each position is checked before something is read
 * there; numbers lie at multiples of their size, counted from the flatbuffer's start.
 */
final class FlatTable {

  private final FlatBytes flat;
  private final int start;
  private final int size;
  private final int slots;
  private final int slotBytes;

  private FlatTable(FlatBytes flat, int start, int size, int slots, int slotBytes) {
    this.flat = flat;
    this.start = start;
    this.size = size;
    this.slots = slots;
    this.slotBytes = slotBytes;
  }

  static FlatTable at(FlatBytes flat, int start) {
    flat.need(start, 4, 4);
    long slots = (long) start - LittleEndian.i32(flat.bytes(), start);
    int place = flat.need(slots, 4, 2);
    int slotBytes = LittleEndian.i16(flat.bytes(), place) & 0xFFFF;
    int size = LittleEndian.i16(flat.bytes(), place + 2) & 0xFFFF;
    if (slotBytes % 2 != 0) {
      throw flat.wrong(place, "a list of fields of two bytes each", slotBytes + " bytes of it");
    }
    flat.need(slots, slotBytes, 2);
    if (slotBytes < 4) {
      throw flat.contradiction(place, "a table's list of fields", slotBytes + " bytes of it");
    }
    if (!flat.holds(start, size)) {
      throw flat.contradiction(start, "a table within the metadata", "one of " + size + " bytes");
    }
    return new FlatTable(flat, start, size, place + 4, slotBytes - 4);
  }

  /** Where a field of some bytes lies in the array; -1 if the table has none. */
  int place(int number, int width) {
    if (2 * number >= slotBytes) {
      return -1;
    }
    int entry = slots + 2 * number;
    flat.watch().entry(entry);
    int offset = LittleEndian.i16(flat.bytes(), entry) & 0xFFFF;
    if (offset == 0) {
      return -1;
    }
    int place = flat.need((long) start + offset, width, width);
    if (offset < 4 || offset + width > size) {
      throw flat.contradiction(
          start, "a field within its table of " + size + " bytes", "one at " + offset);
    }
    return place;
  }

  boolean flag(int number) {
    int at = place(number, 1);
    return at >= 0 && flat.bytes()[at] != 0;
  }

  int u8(int number) {
    int at = place(number, 1);
    return at < 0 ? 0 : flat.bytes()[at] & 0xFF;
  }

  int i16(int number, int leftOut) {
    int at = place(number, 2);
    return at < 0 ? leftOut : LittleEndian.i16(flat.bytes(), at);
  }

  int i32(int number, int leftOut) {
    int at = place(number, 4);
    return at < 0 ? leftOut : LittleEndian.i32(flat.bytes(), at);
  }

  long i64(int number) {
    int at = place(number, 8);
    return at < 0 ? 0 : LittleEndian.i64(flat.bytes(), at);
  }

  @Nullable FlatTable table(int number) {
    int at = place(number, 4);
    return at < 0 ? null : at(flat, flat.target(at));
  }

  /** A table that must be there. */
  FlatTable needed(int number, String what) {
    FlatTable table = table(number);
    if (table == null) {
      throw flat.wrong(start, what, "none");
    }
    return table;
  }

  /** Elements of some bytes each; none if the table has no such field. */
  FlatVector vector(int number, int elementSize) {
    int at = place(number, 4);
    if (at < 0) {
      return new FlatVector(flat, start, 0, elementSize);
    }
    int count = flat.need(flat.target(at), 4, 4);
    long elements = LittleEndian.i32(flat.bytes(), count) & 0xFFFF_FFFFL;
    int first = flat.need(count + 4L, elements * elementSize, Math.min(elementSize, 8));
    return new FlatVector(flat, first, (int) elements, elementSize);
  }

  /** Text, which has a NUL behind it; null if the table has none. */
  @Nullable String text(int number) {
    int at = place(number, 4);
    if (at < 0) {
      return null;
    }
    FlatVector text = vector(number, 1);
    int end = flat.need((long) text.start() + text.count(), 1, 1);
    if (flat.bytes()[end] != 0 || Utf8.flaw(flat.bytes(), text.start(), end) >= 0) {
      throw flat.wrong(text.start(), "UTF-8 with a NUL behind it", "other bytes");
    }
    return Utf8.text(flat.bytes(), text.start(), end);
  }
}

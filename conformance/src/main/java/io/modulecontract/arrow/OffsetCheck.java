package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;

/** Whether offsets lie in order and within what they point into, and text between characters. */
final class OffsetCheck {

  private OffsetCheck() {}

  /** Checks that offsets do not decrease and end within so many bytes, or values. */
  static void ordered(ColumnParts column, byte[] bytes, int most) {
    if (column.withoutOffsets()) {
      return;
    }
    long needed = (column.length() + 1L) * column.plan().storage().offsetWidth();
    if (column.buffer(1).length() < needed) {
      throw new ReadStop(
          FlawKind.BUFFER,
          "offsets buffer",
          needed + " bytes for " + column.length() + " values",
          column.buffer(1).length());
    }
    long before = 0;
    for (int i = 0; i <= column.length(); i++) {
      long offset = column.number(bytes, 1, i);
      if (offset < before || offset > most) {
        throw new ReadStop(
            FlawKind.OFFSET,
            "offsets buffer, entry " + i,
            "a number from " + before + " to " + most,
            offset);
      }
      before = offset;
    }
  }

  /** Checks the sizes and offsets of views of a list. */
  static void ranges(ColumnParts column, byte[] bytes) {
    int most = column.children().get(0).length();
    for (int i = 0; i < column.length(); i++) {
      long offset = column.number(bytes, 1, i);
      long size = column.number(bytes, 2, i);
      boolean within = offset >= 0 && size >= 0 && offset <= most && size <= most - offset;
      if (!within && column.valid(bytes, i)) {
        throw new ReadStop(
            FlawKind.OFFSET,
            "offsets buffer, entry " + i,
            "a range within " + most + " values",
            size + " at " + offset);
      }
    }
  }

  /** Checks the text of a column whose offsets are in order. What is null may be anything. */
  static void text(ColumnParts column, byte[] bytes) {
    if (column.withoutOffsets()) {
      return;
    }
    BufferParts data = column.buffer(2);
    long first = column.number(bytes, 1, 0);
    long last = column.number(bytes, 1, column.length());
    boolean plain = Utf8.flaw(bytes, data.start() + (int) first, data.start() + (int) last) < 0;
    long from = first;
    for (int i = 0; i < column.length(); i++) {
      long to = column.number(bytes, 1, i + 1);
      boolean whole =
          plain
              ? to == last || !Utf8.continues(bytes[data.start() + (int) to])
              : Utf8.flaw(bytes, data.start() + (int) from, data.start() + (int) to) < 0;
      if (!whole && column.valid(bytes, i)) {
        throw new ReadStop(FlawKind.TEXT, "row " + i, "UTF-8", "other bytes");
      }
      from = to;
    }
  }
}

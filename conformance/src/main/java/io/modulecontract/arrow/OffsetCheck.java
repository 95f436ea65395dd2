package io.modulecontract.arrow;

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
    if (inOrder(column, bytes, most)) {
      return;
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

  /** The same in one go, without where the first wrong one lies. */
  private static boolean inOrder(ColumnParts column, byte[] bytes, int most) {
    int start = column.buffer(1).start();
    return column.plan().storage().offsetWidth() == Integer.BYTES
        ? inOrder32(bytes, start, column.length(), most)
        : inOrder64(bytes, start, column.length(), most);
  }

  private static boolean inOrder32(byte[] bytes, int start, int length, int most) {
    int before = 0;
    int wrong = 0;
    for (int i = 0; i <= length; i++) {
      int offset = LittleEndian.i32(bytes, start + i * Integer.BYTES);
      // Where none is negative, no difference overflows.
      wrong |= offset | (offset - before);
      before = offset;
    }
    return wrong >= 0 && before <= most;
  }

  private static boolean inOrder64(byte[] bytes, int start, int length, int most) {
    long before = 0;
    long wrong = 0;
    for (int i = 0; i <= length; i++) {
      long offset = LittleEndian.i64(bytes, start + i * Long.BYTES);
      wrong |= offset | (offset - before);
      before = offset;
    }
    return wrong >= 0 && before <= most;
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
    int data = column.buffer(2).start();
    int first = data + (int) column.number(bytes, 1, 0);
    int last = data + (int) column.number(bytes, 1, column.length());
    int plain = Utf8Words.plain(bytes, first, last);
    if (plain == last
        || (Utf8Words.valid(bytes, plain, last) && betweenCharacters(column, bytes, last))) {
      return;
    }
    int from = first;
    for (int i = 0; i < column.length(); i++) {
      int to = data + (int) column.number(bytes, 1, i + 1);
      if (Utf8.flaw(bytes, from, to) >= 0 && column.valid(bytes, i)) {
        throw new ReadStop(FlawKind.TEXT, "row " + i, "UTF-8", "other bytes");
      }
      from = to;
    }
  }

  /** Whether no offset lies within a character of text that is UTF-8 as a whole. */
  private static boolean betweenCharacters(ColumnParts column, byte[] bytes, int last) {
    int data = column.buffer(2).start();
    int start = column.buffer(1).start();
    int width = column.plan().storage().offsetWidth();
    for (int i = 0; i <= column.length(); i++) {
      // Offsets are in order, and end within the data: the lower half of 64 bits is all of one.
      int to = data + LittleEndian.i32(bytes, start + i * width);
      if (to < last && Utf8.continues(bytes[to])) {
        return false;
      }
    }
    return true;
  }
}

package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;

/** Whether the bitmap of a column has as many nulls as its node says, and may have them. */
final class ValidityCheck {

  private ValidityCheck() {}

  static void check(ColumnParts column, byte[] bytes) {
    int length = column.length();
    if (column.plan().storage() == Storage.NONE) {
      if (column.nulls() != length) {
        throw new ReadStop(FlawKind.NULL_COUNT, "null count", length + ": all are", column.nulls());
      }
      return;
    }
    BufferParts bitmap = column.buffer(0);
    if (bitmap.length() == 0) {
      if (column.nulls() != 0) {
        throw new ReadStop(
            FlawKind.NULL_COUNT, "validity bitmap", "one, as there are nulls", "none");
      }
      return;
    }
    int needed = (int) ((length + 7L) >> 3);
    if (bitmap.length() < needed) {
      throw new ReadStop(FlawKind.BUFFER, "validity bitmap", needed + " bytes", bitmap.length());
    }
    int nulls = length - ones(bytes, bitmap.start(), length);
    if (nulls != column.nulls()) {
      throw new ReadStop(
          FlawKind.NULL_COUNT, "null count", nulls + ", as in the bitmap", column.nulls());
    }
  }

  /** Checks that a column without nulls has none but where the structure around it is null. */
  static void checkNullable(ColumnParts column, byte[] bytes, ColumnParts around) {
    for (int row = 0; row < column.length(); row++) {
      if (!column.valid(bytes, row) && around.valid(bytes, row)) {
        throw nullFound(row);
      }
    }
  }

  static void checkNullable(ColumnParts column, byte[] bytes) {
    for (int row = 0; row < column.length(); row++) {
      if (!column.valid(bytes, row)) {
        throw nullFound(row);
      }
    }
  }

  private static ReadStop nullFound(int row) {
    return new ReadStop(FlawKind.NULL, "row " + row, "a value, as the column has no nulls", "null");
  }

  private static int ones(byte[] bytes, int start, int length) {
    int ones = 0;
    int whole = start + (length >> 3);
    int at = start;
    for (; at + 8 <= whole; at += 8) {
      ones += Long.bitCount(LittleEndian.i64(bytes, at));
    }
    for (; at < whole; at++) {
      ones += Integer.bitCount(bytes[at] & 0xFF);
    }
    int rest = length & 7;
    return rest == 0 ? ones : ones + Integer.bitCount(bytes[whole] & ((1 << rest) - 1));
  }
}

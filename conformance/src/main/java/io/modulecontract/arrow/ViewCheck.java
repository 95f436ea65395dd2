package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether views lie within their buffers, begin as they say, and are text. Any number of views may
 * name the same bytes, so the buffers are searched for what is no text once, and not for each view.
 */
final class ViewCheck {

  /** A value up to this length stands in the view itself. */
  static final int INLINE = 12;

  private final ColumnParts column;
  private final byte[] bytes;
  private final Allowance allowance;
  private final List<int[]> flaws;

  ViewCheck(ColumnParts column, byte[] bytes, Allowance allowance) {
    this.column = column;
    this.bytes = bytes;
    this.allowance = allowance;
    this.flaws = new ArrayList<>();
  }

  void check() {
    boolean text = column.plan().scalar() == Scalar.TEXT;
    for (int i = 2; text && i < column.buffers().size(); i++) {
      flaws.add(flaws(column.buffer(i)));
    }
    int view = column.buffer(1).start();
    for (int row = 0; row < column.length(); row++, view += 16) {
      if (column.valid(bytes, row)) {
        check(view, row, text);
      }
    }
  }

  private void check(int view, int row, boolean text) {
    int length = LittleEndian.i32(bytes, view);
    if (length < 0) {
      throw wrong(FlawKind.VIEW, row, "a length that is not negative", length);
    }
    if (length <= INLINE) {
      if (text && Utf8.flaw(bytes, view + 4, view + 4 + length) >= 0) {
        throw wrong(FlawKind.TEXT, row, "UTF-8", "other bytes");
      }
      return;
    }
    int number = LittleEndian.i32(bytes, view + 8);
    int offset = LittleEndian.i32(bytes, view + 12);
    int count = column.buffers().size() - 2;
    if (number < 0 || number >= count) {
      throw wrong(FlawKind.VIEW, row, "one of " + count + " buffers", "buffer " + number);
    }
    BufferParts data = column.buffer(2 + number);
    if (offset < 0 || length > (long) data.length() - offset) {
      String found = length + " bytes at " + offset;
      throw wrong(FlawKind.VIEW, row, "a place within " + data.length() + " bytes", found);
    }
    int at = data.start() + offset;
    if (LittleEndian.i32(bytes, view + 4) != LittleEndian.i32(bytes, at)) {
      throw wrong(FlawKind.VIEW, row, "the first four bytes of the value", "others");
    }
    if (text && !isText(number, data, at, at + length)) {
      throw wrong(FlawKind.TEXT, row, "UTF-8", "other bytes");
    }
    allowance.text(length);
  }

  private boolean isText(int number, BufferParts data, int from, int to) {
    int[] wrong = flaws.get(number);
    if (Utf8.continues(bytes[from])
        || (to < data.end() && Utf8.continues(bytes[to]) && Arrays.binarySearch(wrong, to) < 0)) {
      return false; // It begins or ends within a character.
    }
    int next = Arrays.binarySearch(wrong, from);
    int index = next >= 0 ? next : -next - 1;
    return index == wrong.length || wrong[index] >= to;
  }

  /** Where in a buffer no character begins that should. */
  private int[] flaws(BufferParts data) {
    int[] found = new int[4];
    int count = 0;
    int at = Utf8.flaw(bytes, data.start(), data.end());
    while (at >= 0) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = at;
      at = Utf8.flaw(bytes, at + 1, data.end());
    }
    return Arrays.copyOf(found, count);
  }

  private static ReadStop wrong(FlawKind kind, int row, String expected, Object found) {
    return new ReadStop(kind, "view of row " + row, expected, found);
  }
}

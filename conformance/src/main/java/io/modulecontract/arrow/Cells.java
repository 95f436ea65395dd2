package io.modulecontract.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Single values of columns that were checked. */
final class Cells {

  private Cells() {}

  static @Nullable Object value(byte[] bytes, ColumnParts column, int row) {
    ColumnPlan plan = column.plan();
    if (!column.valid(bytes, row)) {
      return null;
    }
    if (plan.encoded()) {
      return indexed(bytes, column, row);
    }
    return switch (plan.storage()) {
      case NONE -> null;
      case BITS -> (bytes[column.buffer(1).start() + (row >> 3)] >> (row & 7) & 1) != 0;
      case FIXED -> FixedCodec.read(plan, bytes, column.buffer(1).start() + row * plan.width());
      case VARIABLE_32, VARIABLE_64, VIEWS -> variable(bytes, plan, bytes(bytes, column, row));
      case LIST_32, LIST_64 -> {
        long to = column.number(bytes, 1, row + 1);
        yield list(bytes, column, column.number(bytes, 1, row), to);
      }
      case LIST_VIEW_32, LIST_VIEW_64 -> {
        long from = column.number(bytes, 1, row);
        yield list(bytes, column, from, from + column.number(bytes, 2, row));
      }
      case FIXED_LIST -> {
        long from = (long) row * plan.width();
        yield list(bytes, column, from, from + plan.width());
      }
      case STRUCT -> {
        List<@Nullable Object> parts = new ArrayList<>();
        column.children().forEach(child -> parts.add(value(bytes, child, row)));
        yield Collections.unmodifiableList(parts);
      }
    };
  }

  /** Where the bytes of a text or binary value lie: the buffer's position and limit. */
  static ByteBuffer bytes(byte[] bytes, ColumnParts column, int row) {
    if (column.plan().storage() == Storage.VIEWS) {
      int view = column.buffer(1).start() + row * 16;
      int length = LittleEndian.i32(bytes, view);
      int from = view + 4;
      if (length > ViewCheck.INLINE) {
        int number = LittleEndian.i32(bytes, view + 8);
        from = column.buffer(2 + number).start() + LittleEndian.i32(bytes, view + 12);
      }
      return ByteBuffer.wrap(bytes, from, length);
    }
    int data = column.buffer(2).start();
    int from = (int) column.number(bytes, 1, row);
    int to = (int) column.number(bytes, 1, row + 1);
    return ByteBuffer.wrap(bytes, data + from, to - from);
  }

  private static Object variable(byte[] bytes, ColumnPlan plan, ByteBuffer place) {
    return plan.scalar() == Scalar.TEXT
        ? Utf8.text(bytes, place.position(), place.limit())
        : Blob.of(bytes, place.position(), place.limit());
  }

  private static @Nullable Object indexed(byte[] bytes, ColumnParts column, int row) {
    ColumnPlan plan = column.plan();
    int at = column.buffer(1).start() + row * plan.width();
    long index = LittleEndian.number(bytes, at, plan.width(), plan.scalar() == Scalar.INT);
    Dictionary dictionary = column.dictionary();
    List<ColumnParts> pieces = dictionary == null ? List.of() : dictionary.pieces();
    for (ColumnParts piece : pieces) {
      if (index < piece.length()) {
        return value(bytes, piece, (int) index);
      }
      index -= piece.length();
    }
    throw new IllegalStateException("an index beyond a dictionary that was checked");
  }

  private static List<@Nullable Object> list(byte[] bytes, ColumnParts column, long from, long to) {
    ColumnParts child = column.children().get(0);
    List<@Nullable Object> values = new ArrayList<>();
    for (long i = from; i < to; i++) {
      values.add(value(bytes, child, (int) i));
    }
    return Collections.unmodifiableList(values);
  }
}

package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values of columns that were checked. */
final class ColumnDecoder {

  private final byte[] bytes;
  private final Map<Dictionary, List<@Nullable Object>> dictionaries = new HashMap<>();

  ColumnDecoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The values of a column, one for each row. */
  List<@Nullable Object> values(ColumnParts column) {
    if (column.plan().storage() == Storage.NONE) {
      return Collections.nCopies(column.length(), null);
    }
    @Nullable Object[] values = new @Nullable Object[column.length()];
    if (column.plan().encoded()) {
      indexed(column, values);
    } else {
      switch (column.plan().storage()) {
        case NONE -> {}
        case BITS, FIXED -> fixed(column, values);
        case VARIABLE_32, VARIABLE_64 -> variable(column, values);
        case VIEWS -> views(column, values);
        case LIST_32, LIST_64, LIST_VIEW_32, LIST_VIEW_64, FIXED_LIST -> lists(column, values);
        case STRUCT -> structs(column, values);
      }
    }
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  private void fixed(ColumnParts column, @Nullable Object[] values) {
    ColumnPlan plan = column.plan();
    int start = column.buffer(1).start();
    for (int row = 0; row < values.length; row++) {
      if (column.valid(bytes, row)) {
        values[row] =
            plan.storage() == Storage.BITS
                ? (Object) ((bytes[start + (row >> 3)] >> (row & 7) & 1) != 0)
                : FixedCodec.read(plan, bytes, start + row * plan.width());
      }
    }
  }

  private void indexed(ColumnParts column, @Nullable Object[] values) {
    ColumnPlan plan = column.plan();
    List<@Nullable Object> all =
        column.dictionary() == null
            ? List.of()
            : dictionaries.computeIfAbsent(column.dictionary(), this::dictionary);
    int start = column.buffer(1).start();
    for (int row = 0; row < values.length; row++) {
      if (column.valid(bytes, row)) {
        int at = start + row * plan.width();
        long index = LittleEndian.number(bytes, at, plan.width(), plan.scalar() == Scalar.INT);
        values[row] = all.get((int) index);
      }
    }
  }

  private List<@Nullable Object> dictionary(Dictionary dictionary) {
    if (dictionary.pieces().size() == 1) {
      return values(dictionary.pieces().get(0));
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (ColumnParts piece : dictionary.pieces()) {
      all.addAll(values(piece));
    }
    return all;
  }

  private void variable(ColumnParts column, @Nullable Object[] values) {
    int data = column.buffer(2).start();
    for (int row = 0; row < values.length; row++) {
      if (column.valid(bytes, row)) {
        int from = data + (int) column.number(bytes, 1, row);
        int to = data + (int) column.number(bytes, 1, row + 1);
        values[row] = value(column.plan(), from, to);
      }
    }
  }

  private void views(ColumnParts column, @Nullable Object[] values) {
    int view = column.buffer(1).start();
    for (int row = 0; row < values.length; row++, view += 16) {
      if (column.valid(bytes, row)) {
        int length = LittleEndian.i32(bytes, view);
        int from = view + 4;
        if (length > ViewCheck.INLINE) {
          int number = LittleEndian.i32(bytes, view + 8);
          from = column.buffer(2 + number).start() + LittleEndian.i32(bytes, view + 12);
        }
        values[row] = value(column.plan(), from, from + length);
      }
    }
  }

  private Object value(ColumnPlan plan, int from, int to) {
    return plan.scalar() == Scalar.TEXT ? Utf8.text(bytes, from, to) : Blob.of(bytes, from, to);
  }

  private void lists(ColumnParts column, @Nullable Object[] values) {
    List<@Nullable Object> all = values(column.children().get(0));
    Storage storage = column.plan().storage();
    for (int row = 0; row < values.length; row++) {
      if (column.valid(bytes, row)) {
        if (storage == Storage.FIXED_LIST) {
          int width = column.plan().width();
          values[row] = all.subList(row * width, (row + 1) * width);
        } else {
          int from = (int) column.number(bytes, 1, row);
          int to =
              (int)
                  (storage.isListView()
                      ? from + column.number(bytes, 2, row)
                      : column.number(bytes, 1, row + 1));
          values[row] = all.subList(from, to);
        }
      }
    }
  }

  private void structs(ColumnParts column, @Nullable Object[] values) {
    List<List<@Nullable Object>> children = new ArrayList<>();
    column.children().forEach(child -> children.add(values(child)));
    for (int row = 0; row < values.length; row++) {
      if (column.valid(bytes, row)) {
        @Nullable Object[] parts = new @Nullable Object[children.size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = children.get(i).get(row);
        }
        values[row] = Collections.unmodifiableList(Arrays.asList(parts));
      }
    }
  }
}

package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;
import org.jspecify.annotations.Nullable;

/** Whether the values of a column are what their buffers need to hold. */
final class ColumnCheck {

  private final byte[] bytes;
  private final Allowance allowance;

  ColumnCheck(byte[] bytes, Allowance allowance) {
    this.bytes = bytes;
    this.allowance = allowance;
  }

  /** Checks a column and those within. */
  void check(ColumnParts column) {
    check(column, null);
  }

  private void check(ColumnParts column, @Nullable ColumnParts around) {
    try {
      ValidityCheck.check(column, bytes);
      if (column.nulls() > 0
          && !column.plan().nullable()
          && column.plan().storage() != Storage.NONE) {
        if (around != null && around.plan().storage() == Storage.STRUCT) {
          ValidityCheck.checkNullable(column, bytes, around);
        } else {
          ValidityCheck.checkNullable(column, bytes);
        }
      }
      values(column);
    } catch (ReadStop stop) {
      throw stop.inside(column.plan().place());
    }
    for (ColumnParts child : column.children()) {
      check(child, column);
    }
  }

  private void values(ColumnParts column) {
    switch (column.plan().storage()) {
      case NONE, FIXED_LIST, STRUCT -> {}
      case BITS -> need(column, 1, (column.length() + 7L) >> 3, "values");
      case FIXED -> fixed(column);
      case VARIABLE_32, VARIABLE_64 -> {
        BufferParts data = column.buffer(2);
        OffsetCheck.ordered(column, bytes, data.length());
        if (column.plan().scalar() == Scalar.TEXT) {
          OffsetCheck.text(column, bytes);
        }
      }
      case LIST_32, LIST_64 ->
          OffsetCheck.ordered(column, bytes, column.children().get(0).length());
      case LIST_VIEW_32, LIST_VIEW_64 -> {
        long needed = (long) column.length() * column.plan().storage().offsetWidth();
        need(column, 1, needed, "offsets");
        need(column, 2, needed, "sizes");
        OffsetCheck.ranges(column, bytes);
      }
      case VIEWS -> {
        need(column, 1, 16L * column.length(), "views");
        new ViewCheck(column, bytes, allowance).check();
      }
    }
  }

  private void fixed(ColumnParts column) {
    ColumnPlan plan = column.plan();
    need(column, 1, (long) column.length() * plan.width(), plan.encoded() ? "indices" : "values");
    if (!plan.encoded()) {
      return;
    }
    long size = column.dictionary() == null ? 0 : column.dictionary().size();
    int start = column.buffer(1).start();
    for (int row = 0; row < column.length(); row++) {
      long index =
          LittleEndian.number(
              bytes, start + row * plan.width(), plan.width(), plan.scalar() == Scalar.INT);
      if ((index < 0 || index >= size) && column.valid(bytes, row)) {
        throw new ReadStop(
            FlawKind.DICTIONARY,
            "index of row " + row,
            column.dictionary() == null
                ? "dictionary " + plan.dictionaryId() + " before the batch"
                : "one of " + size + " values",
            column.dictionary() == null ? "none" : index);
      }
    }
  }

  private static void need(ColumnParts column, int buffer, long needed, String what) {
    if (column.buffer(buffer).length() < needed) {
      throw new ReadStop(
          FlawKind.BUFFER,
          what + " buffer",
          needed + " bytes for " + column.length() + " values",
          column.buffer(buffer).length());
    }
  }
}

package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;

/** Lies in the bodies of batches: validity, offsets, views, text, indices. */
final class BodyMutants {

  /** A byte of no character, one of none alone, too long a form, a surrogate, beyond the last. */
  private static final byte[][] NO_TEXT = {
    {(byte) 0xFF},
    {'A', (byte) 0x80},
    {(byte) 0xC0, (byte) 0x80},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
  };

  private final Mutants mutants;
  private final byte[] bytes;
  private final String name;

  private BodyMutants(Mutants mutants, String name) {
    this.mutants = mutants;
    this.bytes = mutants.stream().bytes();
    this.name = name;
  }

  static void into(Mutants mutants) {
    int number = 1;
    for (BatchParts batch : mutants.stream().dictionaries()) {
      BodyMutants body = new BodyMutants(mutants, "dictionary batch " + number++);
      batch.columns().forEach(body::column);
    }
    number = 1;
    for (BatchParts batch : mutants.stream().batches()) {
      BodyMutants body = new BodyMutants(mutants, "batch " + number++);
      batch.columns().forEach(body::column);
    }
  }

  private void column(ColumnParts column) {
    String place = name + ", " + column.plan().place();
    validity(column, place);
    if (column.length() > 0) {
      switch (column.plan().storage()) {
        case VARIABLE_32, VARIABLE_64 -> {
          offsets(column, place);
          text(column, place);
        }
        case LIST_32, LIST_64 -> offsets(column, place);
        case LIST_VIEW_32, LIST_VIEW_64 -> {
          int width = column.plan().storage().offsetWidth();
          entries(column, place + ", offset", 1, column.length() - 1, width);
          entries(column, place + ", size", 2, column.length() - 1, width);
        }
        case VIEWS -> views(column, place);
        case FIXED -> indices(column, place);
        case NONE, BITS, FIXED_LIST, STRUCT -> {}
      }
    }
    column.children().forEach(this::column);
  }

  private void validity(ColumnParts column, String place) {
    if (column.length() > 0
        && column.plan().storage() != Storage.NONE
        && column.buffer(0).length() > 0) {
      int last = column.length() - 1;
      for (int row : new int[] {0, last}) {
        int at = column.buffer(0).start() + (row >> 3);
        mutants.number(
            MutantKind.NULL_COUNT,
            place + ", validity of row " + row,
            at,
            1,
            bytes[at] ^ (1 << (row & 7)));
      }
    }
  }

  private void offsets(ColumnParts column, String place) {
    if (!column.withoutOffsets()) {
      entries(
          column, place + ", offset", 1, column.length(), column.plan().storage().offsetWidth());
    }
  }

  private void entries(ColumnParts column, String words, int buffer, int last, int width) {
    for (int entry : last < 3 ? new int[] {0, last} : new int[] {0, 1, last / 2, last}) {
      int at = column.buffer(buffer).start() + entry * width;
      mutants.lies(MutantKind.OFFSET, words + " " + entry, at, width);
    }
  }

  private void text(ColumnParts column, String place) {
    if (column.plan().scalar() != Scalar.TEXT) {
      return;
    }
    for (int row = 0; row < column.length(); row++) {
      long from = column.number(bytes, 1, row);
      long to = column.number(bytes, 1, row + 1);
      if (to > from && column.valid(bytes, row)) {
        int data = column.buffer(2).start();
        noText(place + ", text of row " + row, data + (int) from, data + (int) to);
        return;
      }
    }
  }

  private void noText(String words, int from, int to) {
    for (byte[] wrong : NO_TEXT) {
      if (wrong.length <= to - from) {
        mutants.replace(MutantKind.TEXT, words + ": no UTF-8", from, from + wrong.length, wrong);
      }
    }
    mutants.replace(MutantKind.TEXT, words + ": cut off", to - 1, to, (byte) 0xE2);
  }

  private void views(ColumnParts column, String place) {
    for (int row = 0; row < column.length(); row++) {
      int view = column.buffer(1).start() + 16 * row;
      int length = LittleEndian.i32(bytes, view);
      if (column.valid(bytes, row) && length > ViewCheck.INLINE) {
        String words = place + ", view of row " + row;
        mutants.lies(MutantKind.VIEW, words + ", length", view, 4);
        mutants.number(MutantKind.VIEW, words + ", first bytes", view + 4, 1, bytes[view + 4] ^ 1);
        mutants.lies(MutantKind.VIEW, words + ", buffer", view + 8, 4);
        mutants.lies(MutantKind.VIEW, words + ", place", view + 12, 4);
        BufferParts data = column.buffer(2 + LittleEndian.i32(bytes, view + 8));
        int from = data.start() + LittleEndian.i32(bytes, view + 12);
        if (column.plan().scalar() == Scalar.TEXT) {
          noText(words, from + 4, from + length);
        }
        return;
      }
    }
  }

  private void indices(ColumnParts column, String place) {
    if (!column.plan().encoded() || column.dictionary() == null) {
      return;
    }
    int width = column.plan().width();
    for (int row = 0; row < column.length(); row++) {
      if (column.valid(bytes, row)) {
        String words = place + ", index of row " + row;
        int at = column.buffer(1).start() + row * width;
        mutants.number(MutantKind.DICTIONARY, words, at, width, column.dictionary().size());
        mutants.lies(MutantKind.DICTIONARY, words, at, width);
        return;
      }
    }
  }
}

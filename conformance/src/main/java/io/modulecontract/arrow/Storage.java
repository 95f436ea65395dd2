package io.modulecontract.arrow;

/** In which buffers the values of a column lie. */
enum Storage {
  /** In none: every value is null. */
  NONE(0),
  /** One bit each. */
  BITS(2),
  /** Some bytes each, always the same number. */
  FIXED(2),
  /** Bytes one after the other, and 32-bit offsets into them. */
  VARIABLE_32(3),
  /** The same with 64-bit offsets. */
  VARIABLE_64(3),
  /** 16 bytes each: a short value itself, or where it lies. Buffers for those follow. */
  VIEWS(2),
  /** 32-bit offsets into a child column. */
  LIST_32(2),
  /** 64-bit offsets into a child column. */
  LIST_64(2),
  /** 32-bit offsets and sizes: ranges of a child column in any order. */
  LIST_VIEW_32(3),
  /** The same with 64 bits. */
  LIST_VIEW_64(3),
  /** So many values of a child column each. */
  FIXED_LIST(1),
  /** Child columns side by side. */
  STRUCT(1);

  private final int buffers;

  Storage(int buffers) {
    this.buffers = buffers;
  }

  /** How many buffers there are, the validity bitmap first; those that a batch counts apart not. */
  int buffers() {
    return buffers;
  }

  /** Bytes of an offset; 0 where there are none. */
  int offsetWidth() {
    return switch (this) {
      case VARIABLE_32, LIST_32, LIST_VIEW_32 -> 4;
      case VARIABLE_64, LIST_64, LIST_VIEW_64 -> 8;
      default -> 0;
    };
  }

  boolean isList() {
    return this == LIST_32 || this == LIST_64;
  }

  boolean isListView() {
    return this == LIST_VIEW_32 || this == LIST_VIEW_64;
  }

  boolean isVariable() {
    return this == VARIABLE_32 || this == VARIABLE_64;
  }
}

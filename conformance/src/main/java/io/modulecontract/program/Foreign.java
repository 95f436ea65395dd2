package io.modulecontract.program;

import io.modulecontract.abi.U32;

/**
 * Pointers that allocate never gave out (DEALLOC-03). The argument of an operation holds the kind
 * in its lower four bits and a number above them, which chooses among many of the kind.
 */
public enum Foreign {
  /** 0. */
  NULL("0"),
  /** Inside a live area. */
  INTERIOR("inside a live area"),
  /** The first byte after a live area. */
  PAST_END("one past the end of a live area"),
  /** Eight bytes before a live area, where a header would be. */
  BEFORE("just before a live area"),
  /** Where the stack is. */
  STACK("on the stack"),
  /** Where data segments are. */
  DATA("in static data"),
  /** The end of the memory. */
  MEMORY_END("the end of the memory"),
  /** Behind the end of the memory. */
  BEYOND("beyond the memory"),
  /** 2^31. */
  TWO_GIB("2^31"),
  /** 2^32 - 1. */
  LAST("2^32 - 1");

  private static final int KIND_BITS = 4;
  private static final Foreign[] ALL = values();

  private final String words;

  Foreign(String words) {
    this.words = words;
  }

  /** The kind that an argument names. */
  public static Foreign of(long argument) {
    return ALL[(int) ((argument & ((1 << KIND_BITS) - 1)) % ALL.length)];
  }

  /** The argument that names this kind and the {@code number}-th of it. */
  @SuppressWarnings("EnumOrdinal") // packed in memory only, never stored
  public long argument(int number) {
    return U32.of((number << KIND_BITS) | ordinal());
  }

  /** Which one of its kind an argument names. */
  public static int number(long argument) {
    return (int) (argument >>> KIND_BITS);
  }

  /** What a reader of a report should know about the pointer. */
  String words() {
    return words;
  }
}

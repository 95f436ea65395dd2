package io.modulecontract.fuzz;

/**
 * The operations of a program, by the number that stands for them: the lowest three bits of a byte.
 * The numbers never change; ENCODING.md says what follows each.
 */
enum Operation {
  /** An area of a size, filled with one byte. */
  ALLOCATE(0),
  /** An area with bytes of the program's own. */
  WRITE(1),
  /** Releases a live area. */
  RELEASE(2),
  /** Releases once more what was released. */
  RELEASE_DEAD(3),
  /** Calls a function with bytes of the program's own. */
  CALL(4),
  /** The same: calls are what a fuzzer should make most. */
  CALL_TOO(5),
  /** Calls a function with an area that is there, with a dead one, or with none. */
  CALL_AREA(6),
  /** A large area, for which the memory may have to grow. */
  GROW(7);

  private static final Operation[] ALL = values();
  private static final int BITS = 3;

  private final int number;

  Operation(int number) {
    this.number = number;
  }

  /** The operation that a byte begins. */
  static Operation of(int first) {
    return ALL[first & (ALL.length - 1)];
  }

  /** What else the byte says, 0 to 31. */
  static int rest(int first) {
    return first >>> BITS;
  }

  /** The byte that begins it. */
  int first(int rest) {
    return rest << BITS | number;
  }
}

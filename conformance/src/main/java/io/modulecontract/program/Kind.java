package io.modulecontract.program;

/** What an operation of a program does; each takes one unsigned 32-bit argument. */
public enum Kind {
  /** Allocates; the argument is the size in bytes. */
  ALLOCATE,
  /** Releases a live area; the argument counts from the oldest, modulo how many are live. */
  RELEASE,
  /** Releases a pointer that was released before and is not live; counts as above. */
  RELEASE_DEAD,
  /** Releases a pointer that was never given out; the argument is a {@link Foreign} one. */
  RELEASE_FOREIGN;

  private static final Kind[] ALL = values();

  static Kind of(int ordinal) {
    return ALL[ordinal];
  }
}

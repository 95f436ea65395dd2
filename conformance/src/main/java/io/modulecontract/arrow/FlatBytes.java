package io.modulecontract.arrow;

/** The bytes of one flatbuffer within an array, which is never changed. */
final class FlatBytes {

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final FlatWatch watch;

  FlatBytes(byte[] bytes, int from, int to) {
    this(bytes, from, to, FlatWatch.NONE);
  }

  FlatBytes(byte[] bytes, int from, int to, FlatWatch watch) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.watch = watch;
  }

  FlatWatch watch() {
    return watch;
  }

  /** The table that the flatbuffer is about. */
  FlatTable root() {
    return FlatTable.at(this, target(from));
  }

  /** The whole array; positions are counted from its beginning. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether some bytes lie within the flatbuffer. */
  boolean holds(long at, long length) {
    return at >= from && length >= 0 && length <= to - at;
  }

  /** Checks that some bytes lie within the flatbuffer, at a multiple of a size; where they do. */
  int need(long at, long length, int multiple) {
    if (!holds(at, length)) {
      throw wrong(at, length + " bytes within the metadata's " + (to - from), "less");
    }
    if ((at - from) % multiple != 0) {
      throw wrong(at, "a multiple of " + multiple, at - from);
    }
    return (int) at;
  }

  /** What the reference at a position points to. */
  int target(int at) {
    need(at, 4, 4);
    watch.reference(at);
    long offset = LittleEndian.i32(bytes, at) & 0xFFFF_FFFFL;
    return need(at + offset, 4, 4);
  }

  ReadStop wrong(long at, String expected, Object found) {
    return stop(FlawKind.METADATA, at, expected, found);
  }

  /** Wrong, and yet what verifiers of flatbuffers let pass. */
  ReadStop contradiction(long at, String expected, Object found) {
    return stop(FlawKind.TABLE, at, expected, found);
  }

  private ReadStop stop(FlawKind kind, long at, String expected, Object found) {
    return new ReadStop(kind, "metadata, byte " + (at - from), expected, found);
  }
}

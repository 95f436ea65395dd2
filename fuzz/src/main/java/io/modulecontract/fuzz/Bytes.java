package io.modulecontract.fuzz;

import java.util.Arrays;

/** Reads numbers and runs of bytes, front to back. Behind the last byte there are zeros. */
final class Bytes {

  private final byte[] bytes;
  private int at;

  Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean more() {
    return at < bytes.length;
  }

  int u8() {
    return at < bytes.length ? Byte.toUnsignedInt(bytes[at++]) : 0;
  }

  int u16() {
    return u8() | u8() << 8;
  }

  long u32() {
    return u16() | (long) u16() << 16;
  }

  /** As many as there are, at most so many. */
  byte[] take(int most) {
    int end = Math.min(bytes.length, at + most);
    byte[] taken = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return taken;
  }
}

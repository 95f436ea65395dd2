package io.modulecontract.fuzz;

import io.modulecontract.arrow.CompactTable;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads numbers and runs of bytes, front to back. Behind the last byte there are zeros. */
final class Bytes {

  private final byte[] bytes;
  private final List<Stated> stated = new ArrayList<>();
  private int at;

  /**
   * A length in the bytes, and what it is the length of.
   *
   * @param at where it stands, in two bytes
   * @param from where the bytes begin that it counts
   * @param to where they end; there may be fewer than it says, and none behind an area's size
   */
  record Stated(int at, int from, int to) {}

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

  /** A length, as it is stated. */
  int length() {
    stated.add(new Stated(at, at + 2, at + 2));
    return u16();
  }

  /** The lengths that were read so far. */
  List<Stated> stated() {
    return stated;
  }

  /** A table. */
  Table table(TableSchema schema) {
    CompactTable read = CompactTable.read(schema, bytes, at);
    at = read.end();
    return read.table();
  }

  /** As many as there are, at most so many. */
  byte[] take(int most) {
    int end = Math.min(bytes.length, at + most);
    byte[] taken = Arrays.copyOfRange(bytes, at, end);
    if (!stated.isEmpty() && stated.get(stated.size() - 1).to() == at) {
      Stated last = stated.remove(stated.size() - 1);
      stated.add(new Stated(last.at(), last.from(), end));
    }
    at = end;
    return taken;
  }
}

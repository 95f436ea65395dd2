package io.modulecontract.wasi;

/**
 * The guest's linear memory as its host functions see it. An address or a length outside raises the
 * engine's own exception, so that the call ends as a trap.
 */
public interface GuestBytes {

  /** The size in bytes. */
  long size();

  /** Nothing, when all bytes of the range are inside; it may be empty. */
  void check(int address, int length);

  int readInt(int address);

  long readLong(int address);

  byte read(int address);

  byte[] readBytes(int address, int length);

  void write(int address, byte[] data, int offset, int length);

  /** Writes all bytes. */
  default void write(int address, byte[] data) {
    write(address, data, 0, data.length);
  }

  void writeInt(int address, int value);

  void writeLong(int address, long value);
}

package io.modulecontract.wasi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A guest's memory of one page. */
final class ArrayBytes implements GuestBytes {

  private final ByteBuffer bytes = ByteBuffer.allocate(65_536).order(ByteOrder.LITTLE_ENDIAN);

  /** Writes a text; its length. */
  int text(int address, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    write(address, utf8);
    return utf8.length;
  }

  String text(int address, int length) {
    return new String(readBytes(address, length), StandardCharsets.UTF_8);
  }

  @Override
  public long size() {
    return bytes.capacity();
  }

  @Override
  public void check(int address, int length) {
    java.util.Objects.checkFromIndexSize(address, length, bytes.capacity());
  }

  @Override
  public int readInt(int address) {
    return bytes.getInt(address);
  }

  @Override
  public long readLong(int address) {
    return bytes.getLong(address);
  }

  @Override
  public byte read(int address) {
    return bytes.get(address);
  }

  @Override
  public byte[] readBytes(int address, int length) {
    byte[] read = new byte[length];
    bytes.get(address, read);
    return read;
  }

  @Override
  public void write(int address, byte[] data, int offset, int length) {
    bytes.put(address, data, offset, length);
  }

  @Override
  public void writeInt(int address, int value) {
    bytes.putInt(address, value);
  }

  @Override
  public void writeLong(int address, long value) {
    bytes.putLong(address, value);
  }
}

package io.modulecontract.engine;

import io.modulecontract.wasi.GuestBytes;

/**
 * A guest's memory for the functions of its host.
 *
 * @param memory the memory itself
 */
record LinearBytes(GuestMemory memory) implements GuestBytes {

  @Override
  public long size() {
    return memory.size();
  }

  @Override
  public void check(int address, int length) {
    memory.check(address, length);
  }

  @Override
  public int readInt(int address) {
    return memory.readInt(address);
  }

  @Override
  public long readLong(int address) {
    return memory.readLong(address);
  }

  @Override
  public byte read(int address) {
    return memory.read(address);
  }

  @Override
  public byte[] readBytes(int address, int length) {
    return memory.readBytes(address, length);
  }

  @Override
  public void write(int address, byte[] data, int offset, int length) {
    memory.write(address, data, offset, length);
  }

  @Override
  public void writeInt(int address, int value) {
    memory.writeI32(address, value);
  }

  @Override
  public void writeLong(int address, long value) {
    memory.writeLong(address, value);
  }
}

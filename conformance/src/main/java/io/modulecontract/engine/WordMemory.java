package io.modulecontract.engine;

import com.dylibso.chicory.runtime.Memory;

/** What of a memory follows from its words: other types of the same bytes, and threads. */
interface WordMemory extends Memory {

  @Override
  default long readU16(int address) {
    return readShort(address) & 0xFFFFL;
  }

  @Override
  default long readF32(int address) {
    return readInt(address);
  }

  @Override
  default float readFloat(int address) {
    return Float.intBitsToFloat(readInt(address));
  }

  @Override
  default long readF64(int address) {
    return readLong(address);
  }

  @Override
  default double readDouble(int address) {
    return Double.longBitsToDouble(readLong(address));
  }

  @Override
  default void writeF32(int address, float data) {
    writeI32(address, Float.floatToRawIntBits(data));
  }

  @Override
  default void writeF64(int address, double data) {
    writeLong(address, Double.doubleToRawLongBits(data));
  }

  @Override
  @SuppressWarnings("removal")
  default Object lock(int address) {
    return this;
  }

  /**
   * {@inheritDoc}
   *
   * <p>One instance has one thread: nobody could ever wake it, so it is told "timed out" at once.
   */
  @Override
  @SuppressWarnings("removal")
  default int waitOn(int address, int expected, long timeout) {
    return readInt(address) == expected ? 2 : 1;
  }

  @Override
  @SuppressWarnings("removal")
  default int waitOn(int address, long expected, long timeout) {
    return readLong(address) == expected ? 2 : 1;
  }

  @Override
  @SuppressWarnings("removal")
  default int notify(int address, int maxThreads) {
    return 0;
  }
}

package io.modulecontract.engine;

import com.dylibso.chicory.runtime.Memory;

/**
 * What {@link GuestCode} does for stores, for a guest that is never brought back to a state ({@link
 * ExecutionMode#HOSTED}): that the block of a store is marked takes a sixth of a short call.
 *
 * <p>Public because a compiled guest's classes are in a package of their own; of no use to others.
 */
public final class UnmarkedStores {

  private UnmarkedStores() {}

  /** {@code i32.store8} and {@code i64.store8}. */
  public static void writeByte(int base, byte value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = GuestCode.address(base, offset);
    if (address >= guest.free) {
      guest.checkStore(address, Byte.BYTES);
    }
    guest.bytes[(int) address] = value;
  }

  /** {@code i32.store16} and {@code i64.store16}. */
  public static void writeShort(int base, short value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = GuestCode.address(base, offset);
    if (address >= guest.free) {
      guest.checkStore(address, Short.BYTES);
    }
    GuestCode.SHORT.set(guest.bytes, (int) address, value);
  }

  /** {@code i32.store} and {@code i64.store32}. */
  public static void writeInt(int base, int value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = GuestCode.address(base, offset);
    if (address >= guest.free) {
      guest.checkStore(address, Integer.BYTES);
    }
    GuestCode.INT.set(guest.bytes, (int) address, value);
  }

  /** {@code i64.store}. */
  public static void writeLong(int base, long value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = GuestCode.address(base, offset);
    if (address >= guest.free) {
      guest.checkStore(address, Long.BYTES);
    }
    GuestCode.LONG.set(guest.bytes, (int) address, value);
  }

  /** {@code f32.store}. */
  public static void writeFloat(int base, float value, int offset, Memory memory) {
    writeInt(base, Float.floatToRawIntBits(value), offset, memory);
  }

  /** {@code f64.store}. */
  public static void writeDouble(int base, double value, int offset, Memory memory) {
    writeLong(base, Double.doubleToRawLongBits(value), offset, memory);
  }
}

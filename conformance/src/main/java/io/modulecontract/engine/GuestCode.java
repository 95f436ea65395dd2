package io.modulecontract.engine;

import com.dylibso.chicory.runtime.Memory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the code of a compiled guest calls to load, to store and to compare: the same as the
 * engine's own functions, with less Java code. The JVM compiles only so much into one function of a
 * guest, and an allocator takes up most of that alone; what finds no more room stays a call. {@link
 * GuestCalls} has a guest call these.
 *
 * <p>Public because a compiled guest's classes are in a package of their own; of no use to others.
 */
public final class GuestCode {

  static final VarHandle SHORT = view(short[].class);
  static final VarHandle INT = view(int[].class);
  static final VarHandle LONG = view(long[].class);

  private static final long UNSIGNED = 0xFFFF_FFFFL;

  private GuestCode() {}

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  /** {@code i32.load8_s}, {@code i64.load8_u} and the like. */
  public static byte readByte(int base, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 0) != 0) {
      guest.checkLoad(address, Byte.BYTES);
    }
    return guest.bytes[(int) address];
  }

  /** {@code i32.load16_s}, {@code i64.load16_u} and the like. */
  public static short readShort(int base, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 1) != 0) {
      guest.checkLoad(address, Short.BYTES);
    }
    return (short) SHORT.get(guest.bytes, (int) address);
  }

  /** {@code i32.load}, {@code i64.load32_s} and {@code i64.load32_u}. */
  public static int readInt(int base, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 3) != 0) {
      guest.checkLoad(address, Integer.BYTES);
    }
    return (int) INT.get(guest.bytes, (int) address);
  }

  /** {@code i64.load}. */
  public static long readLong(int base, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 7) != 0) {
      guest.checkLoad(address, Long.BYTES);
    }
    return (long) LONG.get(guest.bytes, (int) address);
  }

  /** {@code f32.load}. */
  public static float readFloat(int base, int offset, Memory memory) {
    return Float.intBitsToFloat(readInt(base, offset, memory));
  }

  /** {@code f64.load}. */
  public static double readDouble(int base, int offset, Memory memory) {
    return Double.longBitsToDouble(readLong(base, offset, memory));
  }

  /** {@code i32.store8} and {@code i64.store8}. */
  public static void writeByte(int base, byte value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 0) != 0) {
      guest.checkStore(address, Byte.BYTES);
    }
    guest.bytes[(int) address] = value;
    guest.mark((int) address);
  }

  /** {@code i32.store16} and {@code i64.store16}. */
  public static void writeShort(int base, short value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 1) != 0) {
      guest.checkStore(address, Short.BYTES);
    }
    SHORT.set(guest.bytes, (int) address, value);
    guest.mark((int) address);
  }

  /** {@code i32.store} and {@code i64.store32}. */
  public static void writeInt(int base, int value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 3) != 0) {
      guest.checkStore(address, Integer.BYTES);
    }
    INT.set(guest.bytes, (int) address, value);
    guest.mark((int) address);
  }

  /** {@code i64.store}. */
  public static void writeLong(int base, long value, int offset, Memory memory) {
    GuestMemory guest = (GuestMemory) memory;
    long address = address(base, offset);
    if (address >= guest.free && near(address, guest.shadow, 7) != 0) {
      guest.checkStore(address, Long.BYTES);
    }
    LONG.set(guest.bytes, (int) address, value);
    guest.mark((int) address);
  }

  /** {@code f32.store}. */
  public static void writeFloat(int base, float value, int offset, Memory memory) {
    writeInt(base, Float.floatToRawIntBits(value), offset, memory);
  }

  /** {@code f64.store}. */
  public static void writeDouble(int base, double value, int offset, Memory memory) {
    writeLong(base, Double.doubleToRawLongBits(value), offset, memory);
  }

  /**
   * {@code i32.lt_u}: 1 or 0. Compared as 64 bits, like the three below: two comparisons of 32 bits
   * with the same value, as {@link Integer#compareUnsigned} makes them, a JVM up to 17 may fold
   * into one, and go on at the wrong place where one of them is true for the first time
   * (JDK-8376400).
   */
  public static int ltU(int a, int b) {
    return (a & UNSIGNED) < (b & UNSIGNED) ? 1 : 0;
  }

  /** {@code i32.gt_u}: 1 or 0. */
  public static int gtU(int a, int b) {
    return (a & UNSIGNED) > (b & UNSIGNED) ? 1 : 0;
  }

  /** {@code i32.le_u}: 1 or 0. */
  public static int leU(int a, int b) {
    return (a & UNSIGNED) <= (b & UNSIGNED) ? 1 : 0;
  }

  /** {@code i32.ge_u}: 1 or 0. */
  public static int geU(int a, int b) {
    return (a & UNSIGNED) >= (b & UNSIGNED) ? 1 : 0;
  }

  /** Where an access begins: 33 bits, of which a memory has no more than 31. */
  static long address(int base, int offset) {
    return (base & UNSIGNED) + (offset & UNSIGNED);
  }

  /**
   * Whether an access must be looked at more closely: 0 when it is inside and on no guarded byte,
   * for the guard's bits are set behind the end, too. It never is 0 for one that is not aligned,
   * which alone may reach into a second word.
   *
   * <p>With no more than 35 bytes of code it is compiled into every access, not only where one is
   * frequent.
   *
   * @param last the offset of the last byte: 0, 1, 3 or 7
   */
  private static long near(long address, long[] words, int last) {
    int word = (int) (address >>> Shadow.SHIFT);
    if (word >= words.length) {
      return -1;
    }
    return (words[word] >>> address | (address & last)) << ~last;
  }
}

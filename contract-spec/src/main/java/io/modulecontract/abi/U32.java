package io.modulecontract.abi;

/**
 * Unsigned 32-bit values. The engine hands them over as signed {@code int} or as {@code long} with
 * undefined upper bits; here, and nowhere else, they become a {@code long} from 0 to 2^32 - 1.
 */
public final class U32 {

  /** The largest value, 2^32 - 1. */
  public static final long MAX = 0xFFFF_FFFFL;

  /** Bytes in a page of linear memory (core specification, section 4.2.8). */
  public static final long PAGE = 65_536;

  private U32() {}

  /** The unsigned value of {@code bits}. */
  public static long of(int bits) {
    return bits & MAX;
  }

  /** The unsigned value of the lower 32 bits. */
  public static long of(long bits) {
    return bits & MAX;
  }

  /** The signed view, as an i32 result is written: 4294967295 is -1. */
  public static int signed(long value) {
    return (int) value;
  }
}

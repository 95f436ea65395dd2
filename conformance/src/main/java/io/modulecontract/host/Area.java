package io.modulecontract.host;

/**
 * Bytes in a guest's linear memory that belong to the host.
 *
 * @param pointer where they begin, an unsigned 32-bit value
 * @param size how many there are
 */
public record Area(long pointer, long size) {

  /** The address behind the last byte; up to 2^33. */
  public long end() {
    return pointer + size;
  }

  /** Whether two areas share a byte. */
  public boolean overlaps(Area other) {
    return size > 0 && other.size > 0 && pointer < other.end() && other.pointer < end();
  }
}

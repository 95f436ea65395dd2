package io.modulecontract.arrow;

import java.util.Arrays;
import java.util.HexFormat;

/** A value of a binary column: bytes that compare by content. */
public final class Blob {

  private static final int MOST_SHOWN = 32;

  private final byte[] bytes;

  private Blob(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These bytes. The array is copied. */
  public static Blob of(byte... bytes) {
    return new Blob(bytes.clone());
  }

  /** Some bytes of an array, copied. */
  static Blob of(byte[] bytes, int from, int to) {
    return new Blob(Arrays.copyOfRange(bytes, from, to));
  }

  /** How many bytes there are. */
  public int length() {
    return bytes.length;
  }

  /** A copy of them. */
  public byte[] bytes() {
    return bytes.clone();
  }

  void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In hexadecimal; of many bytes the first and how many there are. */
  @Override
  public String toString() {
    String first = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, MOST_SHOWN));
    return bytes.length > MOST_SHOWN
        ? "0x" + first + "… (" + bytes.length + " bytes)"
        : "0x" + first;
  }
}

package io.modulecontract.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The bytes that a host writes into an area: a unit, repeated, and a tail. So a payload of
 * megabytes stays a short value that can be shrunk, saved and shown.
 */
public final class Content {

  private static final byte[] NONE = {};
  private static final int MOST_SHOWN = 60;

  private final byte[] unit;
  private final int times;
  private final byte[] tail;

  private Content(byte[] unit, int times, byte[] tail) {
    this.unit = unit;
    this.times = unit.length == 0 ? 0 : times;
    this.tail = tail;
  }

  /** These bytes. The array is copied. */
  public static Content of(byte[] bytes) {
    return new Content(bytes.clone(), 1, NONE);
  }

  /** These bytes, repeated. The array is copied. */
  public static Content of(byte[] unit, int times) {
    return new Content(unit.clone(), times, NONE);
  }

  /** A text in UTF-8. */
  public static Content of(String text) {
    return of(text, 1);
  }

  /** A text in UTF-8, repeated. */
  public static Content of(String text, int times) {
    return new Content(text.getBytes(StandardCharsets.UTF_8), times, NONE);
  }

  /** What is repeated. */
  public byte[] unit() {
    return unit.clone();
  }

  /** How often. */
  public int times() {
    return times;
  }

  /** What follows once, behind the repetitions. */
  public byte[] tail() {
    return tail.clone();
  }

  /** How many bytes there are. */
  public int length() {
    return unit.length * times + tail.length;
  }

  /** All of them. */
  public byte[] bytes() {
    byte[] all = Arrays.copyOf(unit, length());
    int repeated = unit.length * times;
    // Twice as much with each copy: a mebibyte of one letter is no million of copies.
    for (int done = unit.length; done < repeated; done *= 2) {
      System.arraycopy(all, 0, all, done, Math.min(done, repeated - done));
    }
    System.arraycopy(tail, 0, all, repeated, tail.length);
    return all;
  }

  /** The same for who only looks at them: not copied where they are there already. */
  byte[] shared() {
    return times == 1 && tail.length == 0 ? unit : bytes();
  }

  /** The same unit and tail, repeated otherwise. */
  public Content repeated(int otherTimes) {
    return new Content(unit, otherTimes, tail);
  }

  /** These bytes, then others. */
  public Content and(byte... more) {
    byte[] longer = Arrays.copyOf(tail, tail.length + more.length);
    System.arraycopy(more, 0, longer, tail.length, more.length);
    return new Content(unit, times, longer);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content
        && times == content.times
        && Arrays.equals(unit, content.unit)
        && Arrays.equals(tail, content.tail);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(unit) + times) + Arrays.hashCode(tail);
  }

  /**
   * As a report shows it: text in quotes, a stream by what is in it, other bytes in hexadecimal, a
   * repetition as such.
   */
  @Override
  public String toString() {
    if (times > 1) {
      String repeated = shown(unit) + " x " + times;
      return tail.length == 0 ? repeated : repeated + " + " + shown(tail);
    }
    byte[] all = bytes();
    return StreamText.of(all).orElseGet(() -> shown(all));
  }

  private static String shown(byte[] bytes) {
    boolean printable = true;
    for (byte value : bytes) {
      printable &= value >= ' ' && value < 0x7F && value != '"';
    }
    String all =
        printable
            ? '"' + new String(bytes, StandardCharsets.US_ASCII) + '"'
            : HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, MOST_SHOWN));
    return all.length() > MOST_SHOWN || (!printable && bytes.length > MOST_SHOWN)
        ? all.substring(0, Math.min(all.length(), MOST_SHOWN)) + "… (" + bytes.length + " bytes)"
        : all;
  }
}

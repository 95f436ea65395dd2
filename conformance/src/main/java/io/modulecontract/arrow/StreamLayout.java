package io.modulecontract.arrow;

/**
 * What a writer of streams may choose: all readers must read all of it.
 *
 * @param padding bytes that buffers and bodies are filled up to: 8 or 64
 * @param bitmaps whether validity bitmaps are written where nothing is null
 * @param endMarker whether the end marker is written; only tests of it go without
 */
public record StreamLayout(int padding, boolean bitmaps, boolean endMarker) {

  /** 8 bytes, no bitmap that is not needed, an end marker. */
  public static final StreamLayout PLAIN = new StreamLayout(8, false, true);

  /** 64 bytes, as many writers fill up, and all bitmaps. */
  public static final StreamLayout WIDE = new StreamLayout(64, true, true);

  /** A layout. */
  public StreamLayout {
    if (padding != 8 && padding != 64) {
      throw new IllegalArgumentException("buffers are padded to 8 or 64 bytes, not " + padding);
    }
  }

  /** The same, without an end marker. */
  public StreamLayout withoutEnd() {
    return new StreamLayout(padding, bitmaps, false);
  }

  int padded(int length) {
    return (length + padding - 1) & -padding;
  }
}

package io.modulecontract.abi;

/**
 * What a guest must have memory for (SPEC.md, "to fit"). What does not fit may be served and may be
 * refused, so nothing can be learned from its refusal.
 *
 * @param most how many bytes may be requested before the guest is drained, each request as it is
 *     {@linkplain #counted counted}
 */
public record ToFit(long most) {

  /** A call may need so many times its payload: for a copy, a result many times as long, growth. */
  public static final int PAYLOAD = 16;

  /** Bytes. Some guests grow in steps of several pages, or take a page for each class of sizes. */
  public static final long LEAST_ROOM = 8 * U32.PAGE;

  /** The least areas of some allocators are as long, in bytes. */
  private static final long LEAST = 64;

  /** Guests that use no area twice, round up, or copy when they grow can use a quarter. */
  private static final int PART = 4;

  /**
   * Into a guest that has just started.
   *
   * @param room the bytes that it can still give out (SPEC.md, "room")
   */
  public static ToFit into(long room) {
    return new ToFit(room < LEAST_ROOM ? 0 : room / PART);
  }

  /** How many bytes a request counts for. */
  public static long counted(long size) {
    return Math.max(size, LEAST);
  }

  /** Whether so many bytes fit, counted as said. */
  public boolean fits(long bytes) {
    return bytes <= most;
  }

  /**
   * How many bytes are asked for where a refusal blames nobody: as many as fit, and a little where
   * nothing does.
   */
  public long asked() {
    return Math.max(most, LEAST_ROOM / PART);
  }

  /** The longest payload that fits, in bytes. */
  public long longestPayload() {
    return most / PAYLOAD;
  }
}

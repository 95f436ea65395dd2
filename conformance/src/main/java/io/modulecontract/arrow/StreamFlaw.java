package io.modulecontract.arrow;

/**
 * The first thing that was found wrong with a stream.
 *
 * @param kind what it is
 * @param place where, in words: "batch 2, column `title`, offsets buffer, entry 17"
 * @param expected what should be there
 * @param found what is there
 */
public record StreamFlaw(FlawKind kind, String place, String expected, String found) {

  /** All of it as one line. */
  @Override
  public String toString() {
    return place + ": expected " + expected + ", found " + found;
  }
}

package io.modulecontract.arrow;

/** What the reader made of some bytes. */
public sealed interface StreamReading permits StreamReading.Flawed, SoundStream {

  /**
   * They are no stream that the contract allows.
   *
   * @param flaw the first thing that is wrong
   */
  record Flawed(StreamFlaw flaw) implements StreamReading {}
}

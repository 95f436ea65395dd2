package io.modulecontract.host;

/** Takes the pieces of a result that a guest delivers (shape {@code callback}). */
@FunctionalInterface
public interface Pieces {

  /**
   * Takes one piece, in the middle of the call: the time that it takes counts for the call's
   * deadline, and the instance refuses every call from here. What is thrown here ends the delivery
   * and comes out of the call.
   *
   * @param piece a copy, the application's own
   * @return whether the next one is wanted
   */
  boolean take(byte[] piece);
}

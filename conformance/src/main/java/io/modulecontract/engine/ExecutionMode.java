package io.modulecontract.engine;

/** How the engine runs a guest's code. */
public enum ExecutionMode {
  /** Translated to Java bytecode, about 50 times as fast as the interpreter. */
  COMPILED,
  /**
   * The same for a host that goes on and never back: stores take no note of what they change, which
   * is a sixth of a short call. It can be restored all the same, by copying its memory as a whole.
   */
  HOSTED,
  /** Interpreted: slow, and independent of the compiler and of the JVM's own one. */
  INTERPRETED
}

package io.modulecontract.engine;

/** How the engine runs a guest's code. */
public enum ExecutionMode {
  /** Translated to Java bytecode, about 50 times as fast as the interpreter. */
  COMPILED,
  /** Interpreted: slow, and independent of the compiler and of the JVM's own one. */
  INTERPRETED
}

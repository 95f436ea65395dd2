package io.modulecontract.verdict;

/** Whose fault a failure is, after it was repeated on a fresh instance and in the interpreter. */
public enum Blame {
  /** It repeats on both: the module's. */
  MODULE,
  /** It shows in compiled code only: the engine's, or the JVM's. */
  ENGINE,
  /** It does not repeat on a fresh instance: ours. */
  SUITE
}

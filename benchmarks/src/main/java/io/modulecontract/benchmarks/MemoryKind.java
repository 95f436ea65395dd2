package io.modulecontract.benchmarks;

/** Which memory a guest has, and who looks at what it does there. */
public enum MemoryKind {
  /** The engine's own, with its own compiled code: what one has without this project. */
  ENGINE,
  /** Ours, which can be restored and limited, with nobody watching. */
  UNWATCHED,
  /** The same, with every live area guarded and each load and store looked at. */
  WATCHED;

  /** A guest of {@code greeting} with such a memory. */
  ComparedGuest open() {
    return this == ENGINE ? new EngineGuest() : new SuiteGuest(this == WATCHED);
  }
}

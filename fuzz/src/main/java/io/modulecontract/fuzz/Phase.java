package io.modulecontract.fuzz;

/** What the time of a worker goes into. */
enum Phase {
  /** The guest's own code. */
  GUEST,
  /** Bringing its start state back. */
  RESTORE,
  /** Decoding, the host's side of each action, the reference model, and what is learnt of it. */
  ORACLE,
  /** Everything else: whatever makes the inputs and looks at what they covered. */
  ENGINE
}

package io.modulecontract.fuzz;

/**
 * What a run covered. Runs that the engine did not ask for must leave no trace with it, else their
 * edges were booked on the input that it did ask for.
 */
interface Coverage {

  /** Keeps what the run counted that the engine asked for. */
  void keep();

  /** Counts from nothing. */
  void begin();

  /** Whether a run covered since the beginning what none did before, as far as was seen. */
  boolean grew();

  /** Brings back what was kept. */
  void restore();
}

package io.modulecontract.fuzz;

/** What is done with each input. */
interface InputRunner {

  /** Runs one. */
  void run(byte[] input);

  /** The process is about to end. */
  void end();
}

package io.modulecontract.run;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;

/** Told what a run is doing, for a person who waits. What it is handed never changes later. */
public interface Progress {

  /** Nobody waits. */
  Progress NONE = new Progress() {};

  /**
   * The run begins.
   *
   * @param run what is known of it: no module is decided
   * @param modules how many there are
   */
  default void began(RunResult run, int modules) {}

  /**
   * A module was read, and its checks begin. Not told of one that cannot be run.
   *
   * @param soFar what was recognised in it; it has no row
   */
  default void read(ModuleResult soFar) {}

  /** The check of a clause begins. */
  default void checking(String file, Clause clause) {}

  /**
   * All clauses of a family that were asked for have their rows. Told in the order of the
   * specification, and once more where the check of a later family saw one of them broken.
   *
   * @param soFar the module with the rows that there are
   */
  default void decided(ModuleResult soFar, Family family) {}

  /** A module is done. */
  default void decided(ModuleResult module) {}
}

package io.modulecontract.fuzz;

import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.FuzzSummary;
import io.modulecontract.verdict.ModuleResult;

/** Told what a campaign is doing, for a person who waits. */
public interface FuzzProgress {

  /** Nobody waits. */
  FuzzProgress NONE = new FuzzProgress() {};

  /** A module's campaign begins. */
  default void began(ModuleResult module) {}

  /** Something is not as it might be, and the campaign goes on. */
  default void note(String what) {}

  /** What was done so far, now and then. */
  default void now(String file, FuzzSummary summary) {}

  /** Something was found and confirmed, and its files are there. */
  default void found(ModuleResult module, ClauseResult row) {}

  /** A module's campaign is over. */
  default void ended(ModuleResult module) {}
}

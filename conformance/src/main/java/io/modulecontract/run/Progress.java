package io.modulecontract.run;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ModuleResult;

/** Told what a run is doing, for a person who waits. */
public interface Progress {

  /** Nobody waits. */
  Progress NONE =
      new Progress() {
        @Override
        public void checking(String file, Clause clause) {
          // Nobody waits.
        }

        @Override
        public void decided(ModuleResult module) {
          // Nobody waits.
        }
      };

  /** The check of a clause begins. */
  void checking(String file, Clause clause);

  /** A module is done. */
  void decided(ModuleResult module);
}

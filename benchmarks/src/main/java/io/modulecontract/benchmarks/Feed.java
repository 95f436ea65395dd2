package io.modulecontract.benchmarks;

import java.util.SplittableRandom;

/** Who makes the programs and hands them to the guest. */
public enum Feed {
  /** A loop: what the suite itself costs. */
  LOOP("module-contract, loop") {
    @Override
    void batch(Runs runs, SplittableRandom random) {
      for (int i = 0; i < BATCH; i++) {
        runs.run(Workload.next(random));
      }
    }
  },

  /** A jqwik property on the JUnit Platform, as the checks are. */
  JQWIK("module-contract, jqwik") {
    @Override
    void batch(Runs runs, SplittableRandom random) {
      JqwikPrograms.run(runs, random);
    }
  };

  /** Between two batches of the loop the clock is read. */
  private static final int BATCH = 256;

  private final String title;

  Feed(String title) {
    this.title = title;
  }

  /** How it is called in a table. */
  String title() {
    return title;
  }

  /** Runs some programs. */
  abstract void batch(Runs runs, SplittableRandom random);
}

package io.modulecontract.checks;

/** Runs scenarios for the check of the current thread. */
final class Scenarios {

  private Scenarios() {}

  /** Runs one, and ends the check when the clause is broken. */
  static void run(Scenario scenario) {
    CheckRun run = CheckRun.current();
    run.tally().trial();
    scenario
        .on(run.guests(), run.tally())
        .ifPresent(
            evidence -> {
              run.tally().failing(evidence.operations());
              throw new ClauseBroken(
                  evidence, guests -> scenario.on(guests, new Tally()).isPresent());
            });
  }
}

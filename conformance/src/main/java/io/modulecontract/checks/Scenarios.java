package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs scenarios for the check of the current thread. */
final class Scenarios {

  /** What the search for a smaller one may cost, in calls of the guest. */
  private static final long MOST_SHRINKING = 300_000;

  private Scenarios() {}

  /**
   * Runs one, and ends the check when the clause is broken. Where call after call does not return,
   * which is CALL-15's, no more are run.
   */
  static void run(Scenario scenario) {
    CheckRun run = CheckRun.current();
    if (run.waitedEnough() || run.onlyWaits()) {
      run.tally().giveUp();
      return;
    }
    run.tally().trial();
    Guests guests = run.sharedGuests();
    scenario
        .lasting(guests, run.tally())
        .ifPresent(
            evidence -> {
              run.tally().failing(evidence.operations());
              Shown smallest = smallest(new Shown(scenario, evidence), guests);
              throw new ClauseBroken(
                  smallest.evidence(),
                  elsewhere -> smallest.scenario().on(elsewhere, new Tally()).isPresent());
            });
  }

  private static Shown smallest(Shown first, Guests guests) {
    Tally spent = new Tally();
    Shown best = first;
    Optional<Shown> next = Optional.of(first);
    while (next.isPresent()) {
      best = next.get();
      Stream<? extends Scenario> smaller = best.scenario().smaller();
      next =
          smaller
              .takeWhile(candidate -> spent.operations() < MOST_SHRINKING)
              .flatMap(
                  candidate ->
                      candidate.on(guests, spent).map(it -> new Shown(candidate, it)).stream())
              .findFirst();
    }
    return best;
  }

  private record Shown(Scenario scenario, ClauseBroken.Evidence evidence) {}
}

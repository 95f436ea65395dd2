package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs scenarios for the check of the current thread. */
final class Scenarios {

  /** What the search for a smaller one may cost, in calls of the guest. */
  private static final long MOST_SHRINKING = 300_000;

  /** And in calls that do not return, each of which is waited for. */
  private static final long MOST_WAITING = 20;

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
    if (scenario.needed() > 0 && !run.toFit().fits(scenario.needed())) {
      run.tally().leaveOut();
      return;
    }
    run.tally().trial();
    Guests guests = run.sharedGuests();
    long late = run.late();
    scenario
        .lasting(guests, run.tally())
        .ifPresent(
            evidence -> {
              run.tally().failing(evidence.operations());
              Shown first = new Shown(scenario, evidence);
              // Seen once with the whole deadline; the search need not wait so long.
              Shown smallest = smallest(first, run, run.late() > late ? hurried(run) : guests);
              throw new ClauseBroken(
                  smallest.evidence(), elsewhere -> smallest.scenario().shows(elsewhere));
            });
  }

  private static Guests hurried(CheckRun run) {
    return run.sharedGuests().under(run.subject().hurried().policy());
  }

  private static Shown smallest(Shown first, CheckRun run, Guests guests) {
    Tally spent = new Tally();
    long late = run.late();
    Shown best = first;
    Optional<Shown> next = Optional.of(first);
    while (next.isPresent()) {
      best = next.get();
      Stream<? extends Scenario> smaller = best.scenario().smaller();
      next =
          smaller
              .takeWhile(
                  candidate ->
                      spent.operations() < MOST_SHRINKING && run.late() - late < MOST_WAITING)
              .flatMap(
                  candidate ->
                      candidate.on(guests, spent).map(it -> new Shown(candidate, it)).stream())
              .findFirst();
    }
    return best;
  }

  private record Shown(Scenario scenario, ClauseBroken.Evidence evidence) {}
}

package io.modulecontract.run;

import io.modulecontract.checks.CheckRun;
import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Readiness;
import io.modulecontract.checks.Sightings;
import io.modulecontract.checks.Subject;
import io.modulecontract.checks.Tally;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Verdict;
import java.time.Duration;
import java.util.stream.Collectors;

/** Decides one clause for one module: runs its check and turns what happened into a verdict. */
final class ClauseRun {

  /** Of the sequences of a check, so many must have run through for it to have decided. */
  private static final int ONE_IN = 10;

  private final CheckLauncher launcher;
  private final Subject subject;
  private final Readiness readiness;
  private final Sightings sightings;
  private final Reproducer reproducer;

  ClauseRun(
      CheckLauncher launcher,
      Subject subject,
      Readiness readiness,
      Sightings sightings,
      Reproducer reproducer) {
    this.launcher = launcher;
    this.subject = subject;
    this.readiness = readiness;
    this.sightings = sightings;
    this.reproducer = reproducer;
  }

  ClauseResult decide(Clause clause) {
    long began = System.nanoTime();
    try (CheckRun run = CheckRun.open(subject, clause, readiness)) {
      CheckEnd end = launcher.run(CheckCatalogue.of(clause), subject.effort());
      Verdict verdict = verdict(clause, end, run.tally());
      sightings.note(run.tally());
      return row(clause, verdict, run.tally(), began);
    }
  }

  /**
   * A clause whose own check passed, though the check of another one saw it broken: what was seen
   * is followed up, for nothing that was found may be lost.
   */
  ClauseResult followUp(ClauseResult passed) {
    long began = System.nanoTime();
    Clause clause = passed.clause();
    try (CheckRun run = CheckRun.open(subject, clause, readiness)) {
      ClauseBroken broken = sightings.shrunk(clause);
      Verdict verdict = failed(clause, broken, run.tally());
      Duration more = Duration.ofNanos(System.nanoTime() - began);
      return new ClauseResult(
          clause, verdict, passed.trials(), passed.operations(), passed.duration().plus(more));
    }
  }

  private Verdict verdict(Clause clause, CheckEnd end, Tally tally) {
    if (end instanceof CheckEnd.Broken broken) {
      return failed(clause, broken.broken(), tally);
    }
    if (end instanceof CheckEnd.Aborted aborted) {
      return new Verdict.NotApplicable(aborted.why());
    }
    if (end instanceof CheckEnd.Crashed crashed) {
      return new Verdict.Inconclusive("error in the suite: " + crashed.problem());
    }
    if (tally.trials() == 0) {
      return new Verdict.Inconclusive("the check ran nothing");
    }
    if ((tally.trials() - tally.stopped()) * ONE_IN < tally.trials()) {
      String others =
          tally.others().keySet().stream().map(Clause::id).collect(Collectors.joining(", "));
      return new Verdict.Inconclusive(
          tally.stopped() + " of " + tally.trials() + " sequences broke " + others + " first");
    }
    return new Verdict.Passed();
  }

  private Verdict failed(Clause clause, ClauseBroken broken, Tally tally) {
    Confirmation confirmation = Confirmation.of(broken.repetition(), subject);
    ClauseBroken.Evidence evidence = broken.evidence();
    Failure failure =
        new Failure(
            evidence.expected(),
            evidence.actual(),
            evidence.steps(),
            Math.max(tally.firstLength(), evidence.operations()),
            evidence.function(),
            confirmation.blame(),
            reproducer.command(clause));
    return confirmation.blame() == Blame.MODULE
        ? new Verdict.Failed(failure)
        : new Verdict.Unconfirmed(failure, confirmation.why());
  }

  private static ClauseResult row(Clause clause, Verdict verdict, Tally tally, long began) {
    return new ClauseResult(
        clause,
        verdict,
        tally.trials(),
        tally.operations(),
        Duration.ofNanos(System.nanoTime() - began));
  }
}

package io.modulecontract.run;

import io.modulecontract.checks.CheckRun;
import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Readiness;
import io.modulecontract.checks.Sightings;
import io.modulecontract.checks.Subject;
import io.modulecontract.checks.Tally;
import io.modulecontract.finding.Settings;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Rerun;
import io.modulecontract.verdict.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Listens to the checks of one module and turns what happens into the rows of its report. */
final class Decisions implements CheckLauncher.Listener {

  /** Once is an accident; a module that did not return so often is one that does not return. */
  private static final long LATE_AGAIN = 3;

  private static final String NO_ROOM =
      "nothing that it asks for fits: the memory limit, or the module's own, leaves too little room";

  private final Subject subject;
  private final Readiness readiness;
  private final Reproducer reproducer;
  private final Progress progress;
  private final Sightings sightings = new Sightings();
  private final Map<Clause, ClauseResult> rows = new EnumMap<>(Clause.class);

  /** Those whose own check ended before it had decided. */
  private final Set<Clause> undecided = EnumSet.noneOf(Clause.class);

  /** The readiness as it is known to be since calls were seen that did not return. */
  private @Nullable Readiness askedAgain;

  private @Nullable CheckRun run;
  private @Nullable Clause open;
  private long began;

  Decisions(Subject subject, Readiness readiness, Reproducer reproducer, Progress progress) {
    this.subject = subject;
    this.readiness = readiness;
    this.reproducer = reproducer;
    this.progress = progress;
  }

  /** The row of a clause; empty when its check did not run. */
  Optional<ClauseResult> row(Clause clause) {
    return Optional.ofNullable(rows.get(clause));
  }

  /** The row of a clause that the user did not choose. */
  ClauseResult unasked(Clause clause) {
    Verdict verdict =
        sightings.has(clause) ? Verdict.NotApplicable.ALSO_SEEN : Verdict.NotApplicable.NOT_ASKED;
    return new ClauseResult(clause, verdict, 0, 0, Duration.ZERO);
  }

  @Override
  public void begins(Clause clause) {
    // ALLOC-10 is the clause that says so when no request is answered.
    opens(clause, clause == Clause.ALLOC_10 ? readiness : ready());
  }

  private void opens(Clause clause, Readiness known) {
    progress.checking(reproducer.file(), clause);
    began = System.nanoTime();
    open = clause;
    run = CheckRun.open(patient(clause) ? subject : subject.hurried(), clause, known);
  }

  private Readiness ready() {
    if (askedAgain == null && subject.lateCalls() >= LATE_AGAIN) {
      askedAgain = readiness.unlessSilent(subject);
    }
    return askedAgain == null ? readiness : askedAgain;
  }

  /** Whether a check ended because no request is answered. */
  private boolean isSilence(String why) {
    return askedAgain != null
        && readiness.obstacle().isEmpty()
        && askedAgain.obstacle().filter(why::equals).isPresent();
  }

  /**
   * Whether calls get the whole deadline. Once calls were seen that do not return, the checks of
   * other clauses would only wait for them again and again.
   */
  private boolean patient(Clause clause) {
    boolean hangs = sightings.has(Clause.CALL_15) || subject.lateCalls() >= LATE_AGAIN;
    return clause == Clause.CALL_15 || !hangs;
  }

  @Override
  public void ended(Clause clause, CheckEnd end) {
    if (run == null) {
      throw new IllegalStateException(clause.id() + " ended and had not begun");
    }
    try (CheckRun ending = run) {
      Tally tally = ending.tally();
      Verdict verdict = verdict(clause, end, ending);
      sightings.note(tally);
      Duration duration = Duration.ofNanos(System.nanoTime() - began);
      rows.put(
          clause, new ClauseResult(clause, verdict, tally.trials(), tally.operations(), duration));
    } finally {
      run = null;
      open = null;
    }
  }

  /**
   * Ends the check that was under way when the platform gave up.
   *
   * @param problem what it did not survive
   */
  void stopped(Throwable problem) {
    if (open != null) {
      ended(open, new CheckEnd.Crashed(problem));
    }
  }

  /**
   * Follows up what the checks of other clauses saw of a clause whose own check passed, or came to
   * no end: nothing that was found may be lost.
   *
   * @return the families that have a row which changed
   */
  Set<Family> followUp() {
    Set<Family> changed = EnumSet.noneOf(Family.class);
    for (ClauseResult row : List.copyOf(rows.values())) {
      if (sightings.has(row.clause())
          && (row.verdict() instanceof Verdict.Passed || undecided.remove(row.clause()))) {
        opens(row.clause(), readiness);
        ended(row.clause(), new CheckEnd.Broken(sightings.shrunk(row.clause())));
        changed.add(row.clause().family());
      }
    }
    return changed;
  }

  /** Gives those of these clauses a row whose checks did not run, with the reason. */
  void leaveOpen(Set<Clause> clauses, String why) {
    for (Clause clause : clauses) {
      Verdict open = new Verdict.Inconclusive(why);
      rows.putIfAbsent(clause, new ClauseResult(clause, open, 0, 0, Duration.ZERO));
    }
  }

  private Verdict verdict(Clause clause, CheckEnd end, CheckRun ending) {
    Tally tally = ending.tally();
    if (end instanceof CheckEnd.Broken broken) {
      try {
        return failed(clause, broken.broken(), ending);
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        // Thrown by a repetition. The platform would swallow it, and the row would be lost.
        return JvmMemory.isCauseOf(e)
            ? new Verdict.Inconclusive(JvmMemory.ranOut())
            : new Verdict.Inconclusive("error in the suite while repeating a failure: " + e);
      }
    }
    if (ending.starved()
        || (end instanceof CheckEnd.Crashed crash && JvmMemory.isCauseOf(crash.problem()))) {
      return new Verdict.Inconclusive(JvmMemory.ranOut());
    }
    if (end instanceof CheckEnd.Aborted aborted) {
      if (isSilence(aborted.why())) {
        undecided.add(clause);
        return new Verdict.Inconclusive(aborted.why());
      }
      return new Verdict.NotApplicable(aborted.why());
    }
    if (end instanceof CheckEnd.Crashed crashed) {
      return new Verdict.Inconclusive("error in the suite: " + crashed.problem());
    }
    if (tally.trials() == 0 && tally.leftOut()) {
      return new Verdict.Inconclusive(NO_ROOM);
    }
    if (tally.trials() == 0) {
      return new Verdict.Inconclusive("the check ran nothing");
    }
    if (tally.gaveUp() || !tally.decides()) {
      undecided.add(clause);
      return new Verdict.Inconclusive(whyOpen(tally));
    }
    return tally.open().isEmpty()
        ? new Verdict.Passed(tally.measured())
        : new Verdict.Inconclusive(tally.open());
  }

  private static String whyOpen(Tally tally) {
    if (tally.stopped() == 0) {
      return "after " + tally.trials() + " sequences too many calls did not return to try more";
    }
    String others = tally.first().stream().map(Clause::id).collect(Collectors.joining(", "));
    return tally.stopped()
        + " of "
        + tally.trials()
        + " sequences broke "
        + (others.isEmpty() ? "another clause" : others)
        + " first"
        + (tally.gaveUp() ? ", and too many calls did not return to try more" : "");
  }

  private Rerun rerun(ClauseBroken.Evidence evidence) {
    Settings settings =
        new Settings(
            subject.policy().memoryPages(),
            subject.policy().deadline(),
            subject.profile(),
            subject.descriptor(),
            subject.policy().grants().names());
    return new Rerun(settings.with(evidence.course()), reproducer.allowed());
  }

  private Verdict failed(Clause clause, ClauseBroken broken, CheckRun ending) {
    long refusals = subject.heapRefusals();
    Confirmation confirmation = Confirmation.of(broken.repetition(), subject);
    // Who was short of memory before, but not now, has shown it without us.
    if (subject.heapRefusals() > refusals
        || (confirmation.blame() != Blame.MODULE && ending.starved())) {
      return new Verdict.Inconclusive(JvmMemory.ranOut());
    }
    ClauseBroken.Evidence evidence = broken.evidence();
    Failure failure =
        new Failure(
            evidence.expected(),
            evidence.actual(),
            evidence.steps(),
            Math.max(ending.tally().firstLength(), evidence.operations()),
            evidence.function(),
            confirmation.blame(),
            reproducer.command(clause),
            rerun(evidence));
    return confirmation.blame() == Blame.MODULE
        ? new Verdict.Failed(failure)
        : new Verdict.Unconfirmed(failure, confirmation.why());
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Answer;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Finding;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.script.ScriptShrinks;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scripts that one check runs. One that breaks the check's own clause is made smaller and ends
 * the check; one that breaks another clause is counted, and handed to the check of that clause.
 */
final class Calls {

  /** What the search for the smallest sequence may cost, in calls of the guest. */
  private static final long MOST_SHRINKING = 100_000;

  /** When so many sequences break other clauses, and not one ran through, no more are tried. */
  private static final int HOPELESS = 30;

  private final CheckRun run = CheckRun.current();
  private final Guests guests;
  private final ScriptJudge judge;
  private long counted;

  /** Looks for these things beyond what every script shows. */
  Calls(Look... looks) {
    this.guests = run.guests();
    this.judge = new ScriptJudge(guests, Set.of(looks));
  }

  /** Payloads of a function, none much longer than 4 KiB, as far as they fit. */
  List<Parameters> payloads(FunctionCalls function) {
    return fitting(function.payloads().valid(run.random(), run.effort().programs() / 2));
  }

  /** Longer ones, up to mebibytes, as far as they fit. */
  List<Parameters> large(FunctionCalls function) {
    return fitting(function.payloads().large());
  }

  /** Those that a guest must have memory for. */
  List<Parameters> fitting(List<Parameters> payloads) {
    long longest = guests.toFit().longestPayload();
    List<Parameters> fitting =
        payloads.stream().filter(payload -> payload.length() <= longest).toList();
    if (fitting.size() < payloads.size()) {
      run.tally().leaveOut();
    }
    return fitting;
  }

  /** A guest in its start state, to learn from. */
  Guest guest() {
    return guests.next();
  }

  Guests guests() {
    return guests;
  }

  ScriptJudge judge() {
    return judge;
  }

  /**
   * Runs a script, and ends the check when it breaks the clause.
   *
   * @return whether it ran through
   */
  boolean example(Script script) {
    return judged(script).map(judged -> judged.finding().isEmpty()).orElse(false);
  }

  /** The same, for what the script's calls answered; empty when it did not run through. */
  Optional<List<Answer>> answers(Script script) {
    return judged(script).flatMap(ScriptJudge.Judged::answers);
  }

  /** Empty when no more scripts are run. */
  private Optional<ScriptJudge.Judged> judged(Script script) {
    Tally tally = run.tally();
    if (tally.stopped() == tally.trials() && tally.stopped() >= HOPELESS) {
      return Optional.empty();
    }
    if (judge.gaveUp() || run.onlyWaits()) {
      tally.giveUp();
      return Optional.empty();
    }
    if (!guests.toFit().fits(script.needed())) {
      tally.leaveOut();
      return Optional.empty();
    }
    ScriptJudge.Judged judged = judge.judged(script);
    Optional<Finding> found = judged.finding();
    count();
    if (found.filter(this::hidesTheRest).isPresent()) {
      tally.saw(sighting(found.get(), judge.looks()));
      judge.releaseOnce();
      return judged(script);
    }
    tally.trial();
    if (found.isEmpty()) {
      return Optional.of(judged);
    }
    if (found.get().clause() != run.clause()) {
      tally.stoppedBy(sighting(found.get(), judge.looks()));
      return Optional.of(judged);
    }
    tally.failing(script.length());
    throw broken(shown(found.get()), judge.looks());
  }

  /**
   * Whether it is seen with every script that makes a result, and what another clause asks for can
   * be seen without it.
   */
  private boolean hidesTheRest(Finding found) {
    return found.clause() == Clause.DEALLOC_02
        && found.fault().cause() == Fault.Cause.SECOND_RELEASE
        && run.clause() != Clause.DEALLOC_02
        && run.clause() != Clause.CALL_01;
  }

  /**
   * The smallest sequence, if it repeats on a fresh guest. How deep a stack goes depends on how
   * often a function has run, so at the very border it may not; then the first one is shown.
   */
  private Finding shown(Finding found) {
    Finding smallest = smallest(found, judge);
    boolean repeats =
        repetition(smallest, judge.looks())
            .shows(CheckRun.fresh(run.subject().hurried(), ExecutionMode.COMPILED));
    return repeats ? smallest : found;
  }

  /** Adds the calls since the last time to the tally. */
  void count() {
    run.tally().operations(judge.operations() - counted);
    counted = judge.operations();
  }

  private static Finding smallest(Finding found, ScriptJudge judge) {
    return ScriptShrinks.smallest(
        found, judge::judge, judge::operations, judge.operations() + MOST_SHRINKING);
  }

  private static Sighting sighting(Finding found, Set<Look> looks) {
    return new Sighting(
        found.clause(),
        found.script().length(),
        () -> broken(smallest(found, new ScriptJudge(CheckRun.current().guests(), looks)), looks));
  }

  private static ClauseBroken broken(Finding finding, Set<Look> looks) {
    return new ClauseBroken(
        new ClauseBroken.Evidence(
            finding.fault().expected(),
            finding.fault().actual(),
            finding.steps(),
            finding.script().length(),
            export(finding.fault().function()),
            new Course.Actions(finding.script(), looks, watched(finding))),
        repetition(finding, looks));
  }

  private static ClauseBroken.Repetition repetition(Finding finding, Set<Look> looks) {
    return elsewhere ->
        new ScriptJudge(elsewhere, looks)
            .judge(finding.script())
            .filter(again -> again.clause() == finding.clause())
            .isPresent();
  }

  /** Loads, and stores that leave no trace of their own, are seen by a guarded memory only. */
  private static boolean watched(Finding finding) {
    String actual = finding.fault().actual();
    return actual.startsWith("a load from ")
        || actual.startsWith("a store into ")
        || actual.startsWith("the call wrote ");
  }

  private static String export(String function) {
    var profile = CheckRun.current().subject().profile();
    return switch (function) {
      case "allocate" -> profile.allocate();
      case "deallocate" -> profile.deallocate();
      default -> function;
    };
  }
}

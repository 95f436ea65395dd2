package io.modulecontract.fuzz;

import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Finding;
import io.modulecontract.finding.Sequence;
import io.modulecontract.script.Action;
import io.modulecontract.script.Fault;
import io.modulecontract.script.RefusedGrowth;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Rerun;
import io.modulecontract.verdict.Step;
import io.modulecontract.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Repeats what a worker found, in a process without any instrumentation: on a fresh instance, and
 * in the interpreter.
 */
final class Confirmed {

  private final FuzzSubject subject;
  private final FuzzOptions options;

  Confirmed(FuzzSubject subject, FuzzOptions options) {
    this.subject = subject;
    this.options = options;
  }

  /**
   * What was seen again.
   *
   * @param fault what went wrong
   * @param actual what the guest did
   * @param steps the sequence
   */
  private record Seen(Fault fault, String actual, List<Step> steps) {}

  /** What comes of it; empty when nothing goes wrong, as with a module that was mended since. */
  Optional<Verdict> of(SuspectFile suspect) {
    Finding finding = suspect.finding();
    return of(finding.clause(), finding.course(), suspect.shrunkFrom());
  }

  /** The same of one that is not in a file. */
  Optional<Verdict> of(Suspect suspect) {
    return of(suspect.clause(), suspect.course(), suspect.shrunkFrom());
  }

  private Optional<Verdict> of(Clause clause, Course course, int shrunkFrom) {
    if (!callable(course)) {
      return Optional.empty();
    }
    Optional<Seen> compiled = seen(course, clause, ExecutionMode.COMPILED);
    if (compiled.isEmpty()) {
      return Optional.empty();
    }
    Optional<Seen> interpreted = seen(course, clause, ExecutionMode.INTERPRETED);
    Blame blame = interpreted.isPresent() ? Blame.MODULE : Blame.ENGINE;
    Failure failure = failure(compiled.get(), course, shrunkFrom, blame);
    return Optional.of(
        blame == Blame.MODULE
            ? new Verdict.Failed(failure)
            : new Verdict.Unconfirmed(
                failure, "it was seen in compiled code and does not show in the interpreter"));
  }

  /** Whether the module has the functions; one that was mended may have others. */
  private boolean callable(Course course) {
    Script script =
        course instanceof Course.Actions actions
            ? actions.script()
            : course instanceof Course.ByCheck check
                    && check.sequence().orElse(null) instanceof Sequence.RefusedGrowth refused
                ? refused.script()
                : Script.of();
    return script.actions().stream()
        .filter(Action.Call.class::isInstance)
        .map(Action.Call.class::cast)
        .allMatch(
            call ->
                subject.loaded().outline().export(call.function()).stream()
                    .anyMatch(export -> call.shape().type().equals(export.type())));
  }

  private Optional<Seen> seen(Course course, Clause clause, ExecutionMode mode) {
    Guests guests = new FreshGuests(subject.loaded(), subject.policy(), mode);
    if (course instanceof Course.Actions actions) {
      return new ScriptJudge(guests, actions.looks())
          .judge(actions.script())
          .filter(again -> again.clause() == clause)
          .map(again -> new Seen(again.fault(), again.fault().actual(), again.steps()));
    }
    if (course instanceof Course.ByCheck check
        && check.sequence().orElse(null) instanceof Sequence.RefusedGrowth refused) {
      Script script = refused.script();
      RefusedGrowth refusals = new RefusedGrowth(script);
      return refusals
          .on(guests)
          .map(it -> new Seen(it.fault(), it.actual(), refusals.steps(guests, it)));
    }
    return Optional.empty();
  }

  private Failure failure(Seen seen, Course course, int shrunkFrom, Blame blame) {
    return new Failure(
        seen.fault().expected(),
        seen.actual(),
        seen.steps(),
        shrunkFrom,
        export(seen.fault().function()),
        blame,
        "",
        new Rerun(SuspectFile.settings(subject).with(course), options.allowed()));
  }

  private String export(String function) {
    var profile = subject.descriptor().profile();
    return switch (function) {
      case "allocate" -> profile.allocate();
      case "deallocate" -> profile.deallocate();
      default -> function;
    };
  }
}

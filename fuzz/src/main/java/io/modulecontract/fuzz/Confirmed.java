package io.modulecontract.fuzz;

import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.script.Finding;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Rerun;
import io.modulecontract.verdict.Verdict;
import java.util.EnumSet;
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

  /** What comes of it; empty when nothing goes wrong, as with a module that was mended since. */
  Optional<Verdict> of(SuspectFile suspect) {
    return suspect.finding().course() instanceof Course.Actions actions
        ? of(suspect.finding().clause(), actions, suspect.shrunkFrom())
        : Optional.empty();
  }

  /** The same of one that is not in a file. */
  Optional<Verdict> of(Suspect suspect) {
    return SuspectFile.course(suspect) instanceof Course.Actions actions
        ? of(suspect.finding().clause(), actions, suspect.shrunkFrom())
        : Optional.empty();
  }

  private Optional<Verdict> of(Clause clause, Course.Actions actions, int shrunkFrom) {
    Optional<Finding> compiled = judged(actions.script(), clause, ExecutionMode.COMPILED);
    if (compiled.isEmpty()) {
      return Optional.empty();
    }
    Optional<Finding> interpreted = judged(actions.script(), clause, ExecutionMode.INTERPRETED);
    Blame blame = interpreted.isPresent() ? Blame.MODULE : Blame.ENGINE;
    Failure failure = failure(compiled.get(), shrunkFrom, actions, blame);
    return Optional.of(
        blame == Blame.MODULE
            ? new Verdict.Failed(failure)
            : new Verdict.Unconfirmed(
                failure, "it was seen in compiled code and does not show in the interpreter"));
  }

  private Optional<Finding> judged(Script script, Clause clause, ExecutionMode mode) {
    Guests guests = new FreshGuests(subject.loaded(), subject.policy(), mode);
    return new ScriptJudge(guests, EnumSet.noneOf(Look.class))
        .judge(script)
        .filter(again -> again.clause() == clause);
  }

  private Failure failure(Finding finding, int shrunkFrom, Course.Actions actions, Blame blame) {
    return new Failure(
        finding.fault().expected(),
        finding.fault().actual(),
        finding.steps(),
        Math.max(shrunkFrom, finding.script().length()),
        export(finding.fault().function()),
        blame,
        "",
        new Rerun(SuspectFile.settings(subject).with(actions), options.allowed()));
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

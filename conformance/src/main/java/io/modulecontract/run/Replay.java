package io.modulecontract.run;

import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.checks.CheckRun;
import io.modulecontract.checks.Readiness;
import io.modulecontract.checks.Subject;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Finding;
import io.modulecontract.finding.Sequence;
import io.modulecontract.program.Judge;
import io.modulecontract.script.Action;
import io.modulecontract.script.RefusedGrowth;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Step;
import io.modulecontract.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Repeats a finding with a module. */
public final class Replay {

  private final Finding finding;
  private final Path module;
  private final RunOptions options;

  /**
   * A repetition.
   *
   * @param finding what was found
   * @param module the file
   * @param options the run's options, with the seed, the effort and the limits of the finding
   */
  public Replay(Finding finding, Path module, RunOptions options) {
    this.finding = finding;
    this.module = module;
    this.options = options;
  }

  /** What comes of it. */
  public Replayed run() {
    Course course = finding.course();
    Optional<Script> refused = refused(course);
    if (course instanceof Course.Operations
        || course instanceof Course.Actions
        || refused.isPresent()) {
      Optional<Subject> subject =
          new ModuleRun(new CheckLauncher(), module, options, Progress.NONE).subject();
      if (subject.isPresent() && Readiness.of(subject.get()).obstacle().isEmpty()) {
        Optional<String> missing = missing(course, subject.get());
        if (missing.isPresent()) {
          return new Replayed.Undecided(missing.get());
        }
        Guests guests = CheckRun.fresh(subject.get(), ExecutionMode.COMPILED);
        if (refused.isPresent()) {
          return refused(refused.get(), guests);
        }
        return course instanceof Course.Operations operations
            ? operations(operations, guests)
            : actions((Course.Actions) course, guests);
      }
    }
    return byCheck();
  }

  /** The script that a finding repeats with requests for memory refused. */
  private static Optional<Script> refused(Course course) {
    return course instanceof Course.ByCheck check
        ? check
            .sequence()
            .filter(Sequence.RefusedGrowth.class::isInstance)
            .map(sequence -> ((Sequence.RefusedGrowth) sequence).script())
        : Optional.empty();
  }

  private static Optional<Script> script(Course course) {
    return course instanceof Course.Actions actions
        ? Optional.of(actions.script())
        : refused(course);
  }

  /** Which function of the sequence the module does not have. */
  private static Optional<String> missing(Course course, Subject subject) {
    Optional<Script> script = script(course);
    if (script.isEmpty()) {
      return Optional.empty();
    }
    ModuleOutline outline = subject.loaded().orElseThrow().outline();
    return script.get().actions().stream()
        .filter(Action.Call.class::isInstance)
        .map(Action.Call.class::cast)
        .filter(
            call ->
                outline.export(call.function()).stream()
                    .noneMatch(export -> call.shape().type().equals(export.type())))
        .map(
            call ->
                "the module exports no function `"
                    + call.function()
                    + "` of type "
                    + call.shape().type())
        .findFirst();
  }

  private Replayed operations(Course.Operations course, Guests guests) {
    return new Judge(guests, course.also())
        .judge(course.program())
        .map(
            breach ->
                seen(
                    breach.clause(),
                    breach.symptom().expected(),
                    breach.symptom().actual(),
                    breach.steps()))
        .orElseGet(Replayed.Gone::new);
  }

  /** What the script shows; where it shows nothing, the check may. */
  private Replayed refused(Script script, Guests guests) {
    RefusedGrowth refusals = new RefusedGrowth(script);
    return refusals
        .on(guests)
        .map(
            broken ->
                seen(
                    Clause.GROW_05,
                    broken.fault().expected(),
                    broken.actual(),
                    refusals.steps(guests, broken)))
        .orElseGet(this::byCheck);
  }

  private Replayed actions(Course.Actions course, Guests guests) {
    return new ScriptJudge(guests, course.looks())
        .judge(course.script())
        .map(
            again ->
                seen(
                    again.clause(),
                    again.fault().expected(),
                    again.fault().actual(),
                    again.steps()))
        .orElseGet(Replayed.Gone::new);
  }

  /** The clause's own check, with the seed and the effort of the finding. */
  private Replayed byCheck() {
    ModuleResult result =
        new Suite("replay").run(List.of(module), options, Progress.NONE).modules().get(0);
    ClauseResult row =
        result.clauses().stream()
            .filter(it -> it.clause() == finding.clause())
            .findFirst()
            .orElseThrow();
    if (row.verdict() instanceof Verdict.Failed failed) {
      Failure failure = failed.failure();
      return seen(row.clause(), failure.expected(), failure.actual(), failure.sequence());
    }
    if (row.verdict() instanceof Verdict.Passed) {
      return new Replayed.Gone();
    }
    return new Replayed.Undecided(why(result, row.verdict()));
  }

  private static String why(ModuleResult result, Verdict verdict) {
    if (verdict instanceof Verdict.Unconfirmed unconfirmed) {
      return unconfirmed.why();
    }
    if (verdict instanceof Verdict.Inconclusive open) {
      return open.why();
    }
    String why = verdict instanceof Verdict.NotApplicable not ? not.why() : "";
    return result.reason().isEmpty() ? why : result.reason();
  }

  private Replayed seen(Clause clause, String expected, String actual, List<Step> steps) {
    boolean same = clause == finding.clause() && actual.equals(finding.actual());
    return same
        ? new Replayed.Same(clause, expected, actual, steps)
        : new Replayed.Different(clause, expected, actual, steps);
  }
}

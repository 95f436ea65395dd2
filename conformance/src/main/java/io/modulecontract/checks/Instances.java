package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.script.Action;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.verdict.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What scripts answer on instances that are alone, to compare other runs with. */
final class Instances {

  private static final Set<Look> STEPS = Set.of(Look.STEPS);

  private Instances() {}

  static ScriptRunner runner(Script script, Guest guest) {
    return new ScriptRunner(script, guest, STEPS);
  }

  /** What a script does on this guest, in all detail. */
  static ScriptRun run(Script script, Guest guest) {
    return ScriptRunner.run(script, guest, STEPS);
  }

  /** Calls that are refused tell something, too, so only the areas of scripts must fit. */
  static long needed(List<Script> scripts) {
    return scripts.stream().mapToLong(Script::weight).max().orElse(0);
  }

  /** Counts the sequence as one that ended early when there were calls and not one answered. */
  static void count(List<Script> scripts, List<ScriptRun> alone, Tally tally) {
    boolean calls =
        scripts.stream()
            .flatMap(script -> script.actions().stream())
            .anyMatch(Action.Call.class::isInstance);
    if (calls && alone.stream().allMatch(Instances::isSilent)) {
      alone.stream()
          .flatMap(run -> run.fault().stream())
          .findFirst()
          .ifPresent(fault -> tally.stoppedBy(fault.clause()));
    }
  }

  /** A call that did not return has an answer, too: that it did not. */
  private static boolean isSilent(ScriptRun run) {
    return run.answers().size() <= (run.stopped() ? 1 : 0);
  }

  /** What shows that an instance did something else than alone; empty when it did the same. */
  static Optional<ClauseBroken.Evidence> differing(
      List<Step> alone, List<Step> together, String where) {
    if (alone.equals(together)) {
      return Optional.empty();
    }
    int at = 0;
    while (at < alone.size() && at < together.size() && alone.get(at).equals(together.get(at))) {
      at++;
    }
    String expected = at < alone.size() ? words(alone.get(at)) : "nothing more";
    String found = at < together.size() ? words(together.get(at)) : "nothing more";
    List<Step> shown = together.subList(0, Math.min(together.size(), at + 1));
    return Optional.of(
        new ClauseBroken.Evidence(
            "as alone: " + expected, found + ", " + where, shown, shown.size(), ""));
  }

  private static String words(Step step) {
    return step.note().isEmpty() ? step.call() : step.call() + " (" + step.note() + ")";
  }
}

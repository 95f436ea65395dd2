package io.modulecontract.script;

import io.modulecontract.engine.Guest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs one script on one guest beside the reference model, up to the first fault; one action after
 * the other, so that scripts on several guests can take turns.
 */
public final class ScriptRunner {

  private final Script script;
  private final Course course;
  private final AreaSteps areas;
  private final List<Answer> answers = new ArrayList<>();
  private @Nullable Fault fault;
  private int next;
  private boolean grewInCall;

  /** A run on a guest in its start state, which nobody else may use meanwhile. */
  public ScriptRunner(Script script, Guest guest, Set<Look> looks) {
    this.script = script;
    this.course = new Course(guest, looks);
    this.areas = new AreaSteps(course);
  }

  /** Runs a script to its end. */
  public static ScriptRun run(Script script, Guest guest, Set<Look> looks) {
    ScriptRunner runner = new ScriptRunner(script, guest, looks);
    while (!runner.done()) {
      runner.step();
    }
    return runner.result();
  }

  /** Whether there is nothing more to do. */
  public boolean done() {
    return fault != null
        || course.stopped()
        || (next >= script.length()
            && (course.looksFor(Look.ANSWERS_ONLY) || course.holdings.live().isEmpty()));
  }

  /** Does the next action; behind the last one, releases the oldest of what is still live. */
  public void step() {
    course.moveTo(Math.min(next, script.length()));
    if (next < script.length()) {
      fault = act(script.actions().get(next));
      next++;
    } else {
      fault = areas.giveBack(course.holdings.live().get(0));
    }
  }

  /** What came of it. */
  public ScriptRun result() {
    return new ScriptRun(
        Optional.ofNullable(fault),
        answers,
        course.steps.all(),
        course.calls(),
        grewInCall,
        course.stopped(),
        course.late(),
        course.claim());
  }

  private @Nullable Fault act(Action action) {
    if (action instanceof Action.Give give) {
      return areas.give(give.content());
    }
    if (action instanceof Action.Release release) {
      return areas.release(release.pointer());
    }
    Action.Call call = (Action.Call) action;
    for (Operand operand : call.operands()) {
      if (course.isGone(operand)) {
        return null;
      }
    }
    CallStep step = new CallStep(course, call);
    Fault found = step.run(answers);
    grewInCall |= step.grew();
    return found;
  }
}

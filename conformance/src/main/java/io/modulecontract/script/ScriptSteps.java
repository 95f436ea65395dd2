package io.modulecontract.script;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes down what a script did, step by step, as a reader sees it. */
final class ScriptSteps {

  private final boolean wanted;
  private final List<Step> steps = new ArrayList<>();

  ScriptSteps(boolean wanted) {
    this.wanted = wanted;
  }

  void call(String function, CallOutcome outcome, long... arguments) {
    if (wanted) {
      steps.add(Step.of(words(function, outcome, arguments)));
    }
  }

  /** Replaces the note of the last step; it is made only where somebody will read it. */
  void note(Supplier<String> note) {
    if (wanted && !steps.isEmpty()) {
      int last = steps.size() - 1;
      steps.set(last, new Step(steps.get(last).call(), note.get()));
    }
  }

  List<Step> all() {
    return steps;
  }

  /** A call with what it answered. */
  static String words(String function, CallOutcome outcome, long... arguments) {
    String list =
        Arrays.stream(arguments).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return function + "(" + list + ") -> " + outcome.words();
  }
}

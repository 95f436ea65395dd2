package io.modulecontract.program;

import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what a program did, step by step, as a reader sees it. */
final class Trace {

  private final List<Step> steps = new ArrayList<>();
  private final Map<Integer, Integer> stepOfOperation = new HashMap<>();

  void add(int operation, String call, String note) {
    steps.add(new Step(call, note));
    stepOfOperation.put(operation, steps.size());
  }

  /** Replaces the note of the last step. */
  void note(String note) {
    if (!steps.isEmpty()) {
      int last = steps.size() - 1;
      steps.set(last, new Step(steps.get(last).call(), note));
    }
  }

  /** How a reader finds an operation: {@code step 3}. */
  String where(int operation) {
    Integer step = stepOfOperation.get(operation);
    return step == null ? "an earlier step" : "step " + step;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}

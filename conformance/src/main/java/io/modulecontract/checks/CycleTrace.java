package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.List;

/** Runs a cycle once and writes down what it does, for a reader. */
final class CycleTrace {

  private final Guest guest;
  private final Program cycle;

  CycleTrace(Guest guest, Program cycle) {
    this.guest = guest;
    this.cycle = cycle;
  }

  void writeTo(List<Step> steps) {
    List<Long> live = new ArrayList<>();
    for (int i = 0; i < cycle.length(); i++) {
      long argument = cycle.argument(i);
      if (cycle.kind(i) == Kind.ALLOCATE) {
        CallOutcome outcome = guest.allocate(argument);
        steps.add(Step.of("allocate(" + argument + ") -> " + outcome.words()));
        if (outcome instanceof CallOutcome.Returned returned && returned.value() != 0) {
          live.add(returned.value());
        }
      } else if (!live.isEmpty()) {
        int index = argument == Program.YOUNGEST ? live.size() - 1 : (int) (argument % live.size());
        long pointer = live.remove(index);
        steps.add(Step.of("deallocate(" + pointer + ") -> " + guest.deallocate(pointer).words()));
      }
    }
  }
}

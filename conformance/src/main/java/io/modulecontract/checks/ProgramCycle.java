package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.finding.Sequence;
import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that allocates and releases all that it allocated (LEAK-01).
 *
 * @param program the program
 */
record ProgramCycle(Program program) implements Cycle {

  @Override
  public Turn once(Guest guest, long time) {
    String stopped = run(guest, new ArrayList<>());
    return new Turn(program.length(), stopped, !stopped.isEmpty() && !guest.spoiled());
  }

  @Override
  public List<Step> steps(Guest guest) {
    List<Step> steps = new ArrayList<>();
    run(guest, steps);
    return steps;
  }

  @Override
  public Sequence sequence(int memoryPages, int times, Pace pace) {
    return new Sequence.ProgramCycles(program, memoryPages, times);
  }

  @Override
  public int length() {
    return program.length();
  }

  @Override
  public long bytes() {
    return program.requested();
  }

  @Override
  public long needed() {
    return program.counted();
  }

  @Override
  public String name() {
    return "cycle";
  }

  @Override
  public int calls() {
    return 1;
  }

  @Override
  public String function() {
    return CheckRun.current().subject().profile().deallocate();
  }

  /** What a request was answered that should have been served; empty when all were. */
  private String run(Guest guest, List<Step> steps) {
    List<Long> live = new ArrayList<>(program.length());
    String refused = "";
    for (int i = 0; i < program.length(); i++) {
      long argument = program.argument(i);
      CallOutcome outcome;
      String call;
      if (program.kind(i) == Kind.ALLOCATE) {
        outcome = guest.allocate(argument);
        call = "allocate(" + argument + ") -> " + outcome.words();
        if (outcome instanceof CallOutcome.Returned returned && returned.value() != 0) {
          live.add(returned.value());
        } else if (argument > 0) {
          refused = call;
        }
      } else if (!live.isEmpty()) {
        int index = argument == Program.YOUNGEST ? live.size() - 1 : (int) (argument % live.size());
        long pointer = live.remove(index);
        outcome = guest.deallocate(pointer);
        call = "deallocate(" + pointer + ") -> " + outcome.words();
        if (outcome.returned() && !outcome.equals(new CallOutcome.Returned(0))) {
          throw CheckRun.notApplicable("a live area is not released (DEALLOC-01, DEALLOC-05)");
        }
      } else {
        continue;
      }
      steps.add(Step.of(call));
      if (!outcome.returned()) {
        return call;
      }
    }
    return refused;
  }
}

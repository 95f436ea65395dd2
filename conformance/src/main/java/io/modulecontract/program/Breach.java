package io.modulecontract.program;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.util.List;

/**
 * A broken clause with the program that shows it.
 *
 * @param clause the clause that is broken, after it was asked what the symptom depends on
 * @param symptom what was seen
 * @param program the operations up to the symptom
 * @param steps the same as a reader sees them, with what the guest answered
 */
public record Breach(Clause clause, Symptom symptom, Program program, List<Step> steps) {

  /** Copies the steps. */
  public Breach {
    steps = List.copyOf(steps);
  }

  /** Whether the call in which it was seen is allocate, else deallocate. */
  public boolean inAllocate() {
    return symptom.inAllocate();
  }
}

package io.modulecontract.script;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.util.List;

/**
 * A broken clause with the script that shows it.
 *
 * @param clause the clause that is broken, after it was asked what the fault depends on
 * @param fault what was seen
 * @param script the actions up to the fault
 * @param steps the same as a reader sees them, with what the guest answered
 */
public record Finding(Clause clause, Fault fault, Script script, List<Step> steps) {

  /** Copies the steps. */
  public Finding {
    steps = List.copyOf(steps);
  }
}

package io.modulecontract.script;

import io.modulecontract.verdict.Step;
import java.util.List;
import java.util.Optional;

/**
 * What a script did on a guest.
 *
 * @param fault the first thing that went wrong
 * @param answers what its calls answered, in order; of {@link #fault} on there are none
 * @param steps the sequence as a reader sees it; empty unless it was asked for
 * @param calls how many calls of the guest were made
 * @param grewInCall whether the memory grew in one of the script's calls
 * @param stopped whether a call did not return, so that the guest must not be used again
 */
public record ScriptRun(
    Optional<Fault> fault,
    List<Answer> answers,
    List<Step> steps,
    int calls,
    boolean grewInCall,
    boolean stopped) {

  /** Copies the lists. */
  public ScriptRun {
    answers = List.copyOf(answers);
    steps = List.copyOf(steps);
  }
}

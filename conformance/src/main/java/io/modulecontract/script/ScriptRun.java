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
 * @param claim the most memory that a rejected call asked for; none unless it was looked at
 */
public record ScriptRun(
    Optional<Fault> fault,
    List<Answer> answers,
    List<Step> steps,
    int calls,
    boolean grewInCall,
    boolean stopped,
    Claim claim) {

  /** Copies the lists. */
  public ScriptRun {
    answers = List.copyOf(answers);
    steps = List.copyOf(steps);
  }

  /**
   * What a rejected call asked for.
   *
   * @param given how many bytes it was given
   * @param pages how many pages it asked for, also where it was refused
   */
  public record Claim(long given, long pages) {

    /** Nothing was asked for. */
    public static final Claim NONE = new Claim(0, 0);

    /** Whether it is more than another one. */
    public boolean exceeds(Claim other) {
      return pages > other.pages || (pages == other.pages && given > other.given);
    }
  }
}

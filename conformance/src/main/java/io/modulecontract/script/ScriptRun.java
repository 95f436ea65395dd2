package io.modulecontract.script;

import io.modulecontract.abi.U32;
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
 * @param late whether that call had run into the deadline
 * @param claim what the rejected call asked for that came nearest to the most that it may be; none
 *     unless it was looked at
 */
public record ScriptRun(
    Optional<Fault> fault,
    List<Answer> answers,
    List<Step> steps,
    int calls,
    boolean grewInCall,
    boolean stopped,
    boolean late,
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

    private static final long TIMES = 16;
    private static final long PAGES_AT_LEAST = 16;

    /** The most pages that a call may ask for which rejects so much (ARROW-05). */
    public long most() {
      return PAGES_AT_LEAST + (TIMES * given + U32.PAGE - 1) / U32.PAGE;
    }

    /** Whether it is more than that. */
    public boolean tooMuch() {
      return pages > most();
    }

    /** Which part of that it is, in percent. */
    public long percent() {
      return Math.round(100.0 * pages / most());
    }

    /**
     * Whether it comes nearer to the most that it may be than another one; of two that come as
     * near, the one that was given more.
     */
    public boolean exceeds(Claim other) {
      int share = Long.compare(pages * other.most(), other.pages * most());
      return share > 0 || (share == 0 && given > other.given);
    }
  }
}

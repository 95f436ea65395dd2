package io.modulecontract.script;

import io.modulecontract.spec.Clause;

/**
 * The first thing that went wrong in a script.
 *
 * @param clause the clause that it points to, before it is asked what it depends on
 * @param cause where its cause may lie
 * @param action the index of the action at which it was seen; the length of the script for one of
 *     the releases at its end
 * @param expected what the contract asks for there
 * @param actual what the guest did
 * @param function the export that was called
 * @param grew whether the memory grew in this action
 */
public record Fault(
    Clause clause,
    Cause cause,
    int action,
    String expected,
    String actual,
    String function,
    boolean grew) {

  /** Where the cause of a fault may lie. */
  public enum Cause {
    /** In this very call: nothing before it can excuse it. */
    HERE,
    /** In the result that the call made; a memory that grew meanwhile may be the reason. */
    RESULT,
    /** In any action up to this one. */
    EARLIER,
    /** In a second release, of whatever area. */
    SECOND_RELEASE
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.finding.Sequence;
import io.modulecontract.verdict.Step;
import java.util.List;

/** Something that leaves nothing live behind and can be repeated on one instance. */
interface Cycle {

  /**
   * Does it once.
   *
   * @param time how often it was done before on this instance
   */
  Turn once(Guest guest, long time);

  /** Does it once, for a reader. */
  List<Step> steps(Guest guest);

  /** How many operations it has. */
  int length();

  /** How many bytes it has live at most. */
  long bytes();

  /** How many bytes a guest must have for it (SPEC.md, "to fit"). */
  long needed();

  /** What a loss is counted by: {@code cycle} or {@code call}. */
  String name();

  /** How many of these there are in it. */
  int calls();

  /** What shows it without the check, under a memory limit, with so many times between looks. */
  Sequence sequence(int memoryPages, int times, Pace pace);

  /** The export that is to blame. */
  String function();

  /**
   * What came of it once.
   *
   * @param calls how many calls of the guest were made
   * @param stopped why it did not run through, for want of memory; else empty
   * @param noArea whether a request for an area was refused, and so stopped it
   */
  record Turn(int calls, String stopped, boolean noArea) {}
}

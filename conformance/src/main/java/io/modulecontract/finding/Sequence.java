package io.modulecontract.finding;

import io.modulecontract.abi.Relation;
import io.modulecontract.program.Program;
import io.modulecontract.script.Script;
import java.util.List;

/**
 * What a script for Node repeats where a clause's own check does more than run one program or one
 * script.
 */
public sealed interface Sequence {

  /**
   * A program at whose end nothing is live, over and over.
   *
   * @param program the program
   * @param memoryPages the memory limit meanwhile
   * @param times how often it is repeated between two looks at the free capacity
   */
  record ProgramCycles(Program program, int memoryPages, int times) implements Sequence {}

  /**
   * A script at whose end nothing is live, over and over.
   *
   * @param script the script
   * @param memoryPages the memory limit meanwhile
   * @param times how often it is repeated before the first look at the free capacity
   * @param looks after how many times as many repetitions each look is
   * @param releasedOnce whether results are not released a second time
   * @param chunks whether each time other numbers and texts are put in
   */
  record ScriptCycles(
      Script script,
      int memoryPages,
      int times,
      List<Integer> looks,
      boolean releasedOnce,
      boolean chunks)
      implements Sequence {

    /** Copies the list. */
    public ScriptCycles {
      looks = List.copyOf(looks);
    }
  }

  /**
   * Phases of random sizes.
   *
   * @param mostLive how many areas may be live at once
   * @param seed what the sizes are made from, with {@link java.util.SplittableRandom}
   * @param warmUp the phase from whose end on the memory must not go on growing
   * @param phases how many there are
   * @param operations how many operations a phase has before it releases what is left
   * @param mostBytes how many bytes may be live at once
   * @param kept how many areas stay live at the end of each phase
   */
  record Phases(
      int mostLive, long seed, int warmUp, int phases, int operations, long mostBytes, int kept)
      implements Sequence {}

  /** One area, larger by one byte than the whole memory. */
  record Beyond() implements Sequence {}

  /**
   * Areas of one size until the memory is full, then releases until one is served again.
   *
   * @param size their size in bytes
   */
  record Filling(long size) implements Sequence {}

  /**
   * A script with the first, second, third … request for memory refused.
   *
   * @param script the script
   */
  record RefusedGrowth(Script script) implements Sequence {}

  /**
   * Two scripts, each on an instance of its own, whose last calls must give the same result.
   *
   * @param one the first
   * @param seed what random numbers and the time of day follow from for the first
   * @param other the second
   * @param otherSeed the same for the second
   * @param joined whether all answers count, one behind the other, and not the last alone
   */
  record Pair(Script one, long seed, Script other, long otherSeed, boolean joined)
      implements Sequence {}

  /**
   * A script, with a look at the functions of the host that are called meanwhile.
   *
   * @param script the script
   * @param counted which of them count
   */
  record HostCalls(Script script, String counted) implements Sequence {}

  /**
   * Scripts, each on an instance of its own, between whose data and answers something must hold.
   *
   * @param relation what must hold
   * @param scripts the scripts; the data are what the last call of each is passed
   */
  record Related(Relation relation, List<Script> scripts) implements Sequence {

    /** Copies the list. */
    public Related {
      scripts = List.copyOf(scripts);
    }
  }
}

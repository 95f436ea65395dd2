package io.modulecontract.run;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.util.List;

/** What came of repeating a finding. */
public sealed interface Replayed {

  /**
   * The clause is broken, and the module did the very same.
   *
   * @param clause the clause
   * @param expected what it asks for
   * @param actual what the module did
   * @param steps the sequence
   */
  record Same(Clause clause, String expected, String actual, List<Step> steps)
      implements Replayed {}

  /**
   * Something goes wrong, but another clause is broken, or the module did something else.
   *
   * @param clause the clause that is broken
   * @param expected what it asks for
   * @param actual what the module did
   * @param steps the sequence
   */
  record Different(Clause clause, String expected, String actual, List<Step> steps)
      implements Replayed {}

  /** Nothing goes wrong. */
  record Gone() implements Replayed {}

  /**
   * It cannot be said.
   *
   * @param why the reason
   */
  record Undecided(String why) implements Replayed {}
}

package io.modulecontract.verdict;

import java.util.List;

/**
 * What shows that a clause is broken.
 *
 * @param expected what the clause asks for here
 * @param actual what the guest did
 * @param sequence the smallest sequence that was found; empty for what is read from the binary
 * @param shrunkFrom the number of operations of the sequence that was found first
 * @param function the export that was running, or an empty string
 * @param blame whose fault it is
 * @param reproducer the command line that shows it again
 * @param rerun what is saved of it
 */
public record Failure(
    String expected,
    String actual,
    List<Step> sequence,
    int shrunkFrom,
    String function,
    Blame blame,
    String reproducer,
    Rerun rerun) {

  /** Copies the sequence. */
  public Failure {
    sequence = List.copyOf(sequence);
  }

  /** A failure of which nothing but this can be saved. */
  public Failure(
      String expected,
      String actual,
      List<Step> sequence,
      int shrunkFrom,
      String function,
      Blame blame,
      String reproducer) {
    this(expected, actual, sequence, shrunkFrom, function, blame, reproducer, Rerun.NONE);
  }

  /** The same with another command line. */
  public Failure withReproducer(String other) {
    return new Failure(expected, actual, sequence, shrunkFrom, function, blame, other, rerun);
  }
}

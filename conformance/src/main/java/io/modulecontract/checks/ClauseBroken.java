package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.program.Breach;
import io.modulecontract.verdict.Step;
import java.util.List;

/** Thrown by a check when the guest fails its clause. */
public final class ClauseBroken extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient Evidence evidence;
  private final transient Repetition repetition;

  /** With what shows it, and a way to see it again elsewhere. */
  public ClauseBroken(Evidence evidence, Repetition repetition) {
    super(evidence.actual());
    this.evidence = evidence;
    this.repetition = repetition;
  }

  /** For what was read from the binary: it is the same however often it is read. */
  public static ClauseBroken inBinary(String expected, String actual) {
    return new ClauseBroken(
        new Evidence(expected, actual, List.of(), 0, "", new Course.Binary()), guests -> true);
  }

  /** What shows it. */
  public Evidence evidence() {
    return evidence;
  }

  /** A way to see it again. */
  public Repetition repetition() {
    return repetition;
  }

  /**
   * What shows that a clause is broken.
   *
   * @param expected what the clause asks for here
   * @param actual what the guest did
   * @param steps the sequence
   * @param operations how many operations the sequence has
   * @param function the export that was running, or an empty string
   * @param course how it is seen again
   */
  public record Evidence(
      String expected,
      String actual,
      List<Step> steps,
      int operations,
      String function,
      Course course) {

    /** Copies the steps. */
    public Evidence {
      steps = List.copyOf(steps);
    }

    /** Evidence that the clause's own check shows again. */
    public Evidence(
        String expected, String actual, List<Step> steps, int operations, String function) {
      this(expected, actual, steps, operations, function, new Course.ByCheck());
    }

    /** The evidence of a program. */
    public static Evidence of(Breach breach, String function, Course course) {
      return new Evidence(
          breach.symptom().expected(),
          breach.symptom().actual(),
          breach.steps(),
          breach.program().length(),
          function,
          course);
    }
  }

  /** Runs the failing sequence again on other guests. */
  @FunctionalInterface
  public interface Repetition {
    /** Whether the same clause is broken there, too. */
    boolean shows(Guests guests);
  }
}

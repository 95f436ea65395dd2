package io.modulecontract.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about one module.
 *
 * @param file the file as the user named it
 * @param sha256 the file's hash in lower-case hexadecimal, or empty when it could not be read
 * @param bytes the file's length, 0 when it could not be read
 * @param profile the profile and how it was found, or empty
 * @param functions the functions with a known shape
 * @param conclusion the verdict about the module
 * @param reason why it could not run, else empty
 * @param duration how long it took
 * @param clauses a row for every clause, in the order of the specification
 * @param fuzz what fuzzing did, where the module was fuzzed
 */
public record ModuleResult(
    String file,
    String sha256,
    long bytes,
    String profile,
    List<ShapedFunction> functions,
    Conclusion conclusion,
    String reason,
    Duration duration,
    List<ClauseResult> clauses,
    Optional<FuzzSummary> fuzz) {

  /** Copies both lists. */
  public ModuleResult {
    functions = List.copyOf(functions);
    clauses = List.copyOf(clauses);
  }

  /** What checks decided. */
  public ModuleResult(
      String file,
      String sha256,
      long bytes,
      String profile,
      List<ShapedFunction> functions,
      Conclusion conclusion,
      String reason,
      Duration duration,
      List<ClauseResult> clauses) {
    this(
        file,
        sha256,
        bytes,
        profile,
        functions,
        conclusion,
        reason,
        duration,
        clauses,
        Optional.empty());
  }

  /** The rows of the clauses that the guest fails. */
  public List<ClauseResult> failures() {
    return clauses.stream().filter(ClauseResult::failed).toList();
  }

  /** Whether any clause was decided or could have been. */
  public boolean ran() {
    return conclusion != Conclusion.COULD_NOT_RUN;
  }

  /**
   * A function with a known shape.
   *
   * @param name its export name
   * @param shape the shape's name
   * @param source where the shape is known from: {@code descriptor} or {@code detected}
   */
  public record ShapedFunction(String name, String shape, String source) {}

  /** The same module with other rows. */
  public ModuleResult with(List<ClauseResult> rows) {
    return with(rows, conclusion);
  }

  /** The same module with other rows and another conclusion. */
  public ModuleResult with(List<ClauseResult> rows, Conclusion other) {
    return new ModuleResult(
        file, sha256, bytes, profile, functions, other, reason, duration, rows, fuzz);
  }
}

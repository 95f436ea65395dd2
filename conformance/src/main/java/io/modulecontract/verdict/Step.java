package io.modulecontract.verdict;

/**
 * One operation of a failing sequence.
 *
 * @param call the operation and what it answered, such as {@code allocate(0) -> 1}
 * @param note what a reader should see in it, or an empty string
 */
public record Step(String call, String note) {

  /** A step that speaks for itself. */
  public static Step of(String call) {
    return new Step(call, "");
  }
}

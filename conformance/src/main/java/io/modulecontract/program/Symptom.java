package io.modulecontract.program;

/**
 * The first thing that went wrong in a program.
 *
 * @param kind what it is
 * @param operation the index of the operation at which it was seen
 * @param expected what the contract asks for there
 * @param actual what the guest did
 * @param note what a reader should see in the last step
 * @param grew whether the memory grew in this operation
 * @param timedOut whether a call was stopped at its deadline
 */
public record Symptom(
    SymptomKind kind,
    int operation,
    String expected,
    String actual,
    String note,
    boolean grew,
    boolean timedOut) {

  /** Whether the call in which it was seen is allocate, else deallocate. */
  boolean inAllocate() {
    return switch (kind) {
      case OUTSIDE_MEMORY,
          OVERLAP,
          SHARED_ADDRESS,
          IMPOSSIBLE_AREA,
          IMPOSSIBLE_STOPPED,
          MISALIGNED,
          OLD_BYTES,
          REFUSED,
          ALLOCATE_STOPPED,
          CHANGED_BY_ALLOCATE ->
          true;
      default -> false;
    };
  }
}

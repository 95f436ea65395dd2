package io.modulecontract.program;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import org.jspecify.annotations.Nullable;

/** Puts what went wrong into words, for the place in the program where the runner is. */
final class Symptoms {

  private final Ledger ledger;
  private @Nullable Trace trace;
  private int operation;
  private boolean grew;

  Symptoms(Ledger ledger) {
    this.ledger = ledger;
  }

  void writeInto(@Nullable Trace writer) {
    trace = writer;
  }

  void at(int index, boolean memoryGrew) {
    operation = index;
    grew = memoryGrew;
  }

  Symptom stopped(SymptomKind kind, String expected, CallOutcome outcome) {
    boolean late = outcome instanceof CallOutcome.DeadlineExceeded;
    return new Symptom(kind, operation, expected, outcome.words(), "", grew, late);
  }

  Symptom refused(long size, long memory) {
    return symptom(
        SymptomKind.REFUSED,
        "an area of " + size + " bytes, for most of the memory is free",
        "allocate(" + size + ") -> 0 with a memory of " + memory + " bytes",
        "refused");
  }

  Symptom impossible(long size, long pointer, long limit) {
    return symptom(
        SymptomKind.IMPOSSIBLE_AREA,
        "0, for the memory may have " + limit + " bytes at most",
        "allocate(" + size + ") -> " + pointer,
        "an area of " + size + " bytes cannot exist");
  }

  Symptom outside(long size, long pointer, long memory) {
    return symptom(
        SymptomKind.OUTSIDE_MEMORY,
        "an area inside the memory of " + memory + " bytes",
        "[" + pointer + ", " + (pointer + size) + ")",
        "ends " + (pointer + size - memory) + " bytes behind the memory");
  }

  Symptom conflict(long size, long pointer, int other) {
    boolean zero = size == 0 || ledger.size(other) == 0;
    if (zero) {
      return symptom(
          SymptomKind.SHARED_ADDRESS,
          "two live areas with different pointers, or 0",
          "two live areas at " + pointer + ", of " + ledger.size(other) + " and " + size + " bytes",
          "same address as " + where(other));
    }
    return symptom(
        SymptomKind.OVERLAP,
        "an area apart from every live one",
        range(pointer, size) + " overlaps " + range(ledger.pointer(other), ledger.size(other)),
        "overlaps " + where(other));
  }

  Symptom misaligned(long size, long pointer) {
    return symptom(
        SymptomKind.MISALIGNED,
        "a pointer that 8 divides",
        "allocate(" + size + ") -> " + pointer + ", which is " + pointer % 8 + " modulo 8",
        "not aligned to 8");
  }

  Symptom oldBytes(long size, long pointer, int old) {
    return symptom(
        SymptomKind.OLD_BYTES,
        "a fresh area without the host's earlier bytes",
        range(pointer, size)
            + " shows bytes that the host wrote into "
            + range(ledger.pointer(old), ledger.size(old))
            + " before it was released",
        "shows old bytes of " + where(old));
  }

  Symptom notReleased(int id, CallOutcome outcome) {
    SymptomKind kind =
        ledger.size(id) == 0 ? SymptomKind.ZERO_NOT_RELEASED : SymptomKind.NOT_RELEASED;
    return answer(kind, "0, for " + area(id) + " is live", ledger.pointer(id), outcome, "live");
  }

  Symptom deadReleased(int id, CallOutcome outcome) {
    SymptomKind kind =
        ledger.size(id) == 0 ? SymptomKind.ZERO_DEAD_RELEASED : SymptomKind.DEAD_RELEASED;
    return answer(
        kind,
        "-1, for " + area(id) + " was released before",
        ledger.pointer(id),
        outcome,
        "released before");
  }

  Symptom foreignReleased(long pointer, String words, CallOutcome outcome) {
    return answer(
        SymptomKind.FOREIGN_RELEASED, "-1, for no area starts there", pointer, outcome, words);
  }

  Symptom changed(int id, long offset, Guest guest, SymptomKind blamed) {
    long address = ledger.pointer(id) + offset;
    int wanted = (int) (Ledger.pattern(id) >>> (offset % Long.BYTES * Byte.SIZE)) & 0xFF;
    return symptom(
        blamed,
        "no byte of a live area changes",
        "byte "
            + offset
            + " of the live area "
            + range(ledger.pointer(id), ledger.size(id))
            + " was "
            + wanted
            + " and is "
            + guest.read(address),
        "changes the area of " + where(id));
  }

  private Symptom answer(
      SymptomKind kind, String expected, long pointer, CallOutcome outcome, String note) {
    boolean late = outcome instanceof CallOutcome.DeadlineExceeded;
    return new Symptom(
        kind,
        operation,
        expected,
        "deallocate(" + pointer + ") -> " + outcome.words(),
        note,
        grew,
        late);
  }

  private Symptom symptom(SymptomKind kind, String expected, String actual, String note) {
    return new Symptom(kind, operation, expected, actual, note, grew, false);
  }

  private String area(int id) {
    return "the area of " + ledger.size(id) + " bytes at " + ledger.pointer(id);
  }

  private String where(int id) {
    return trace == null ? "operation " + id : trace.where(id);
  }

  private static String range(long pointer, long size) {
    return "[" + pointer + ", " + (pointer + size) + ")";
  }
}

package io.modulecontract.program;

import io.modulecontract.spec.Clause;

/** What can be seen to go wrong in a program, each with the clause that it speaks of at first. */
public enum SymptomKind {
  /** An area does not lie inside the memory. */
  OUTSIDE_MEMORY(Clause.ALLOC_01),
  /** An area shares bytes with a live one. */
  OVERLAP(Clause.ALLOC_02),
  /** An area starts where a live one of size 0 does, or the other way round. */
  SHARED_ADDRESS(Clause.ALLOC_04),
  /** A request above the limit yielded an area. */
  IMPOSSIBLE_AREA(Clause.ALLOC_05),
  /** A request that cannot be met did not return. */
  IMPOSSIBLE_STOPPED(Clause.ALLOC_06),
  /** An area of 8 bytes or more is not aligned to 8. */
  MISALIGNED(Clause.ALLOC_08),
  /** A fresh area shows what the host wrote into an earlier one. */
  OLD_BYTES(Clause.ALLOC_09),
  /** A request that fits was answered with 0. */
  REFUSED(Clause.ALLOC_10),
  /** A request that fits did not return. */
  ALLOCATE_STOPPED(Clause.ALLOC_10),
  /** Allocate changed a live area. */
  CHANGED_BY_ALLOCATE(Clause.ALLOC_03),
  /** Releasing one area changed another. */
  CHANGED_BY_RELEASE(Clause.DEALLOC_04),
  /** Releasing what was released before changed a live area. */
  CHANGED_BY_DEAD(Clause.DEALLOC_02),
  /** Releasing what was never given out changed a live area. */
  CHANGED_BY_FOREIGN(Clause.DEALLOC_03),
  /** A live area was not released. */
  NOT_RELEASED(Clause.DEALLOC_01),
  /** A live area of size 0 was not released. */
  ZERO_NOT_RELEASED(Clause.ALLOC_04),
  /** A pointer was released twice. */
  DEAD_RELEASED(Clause.DEALLOC_02),
  /** A pointer of size 0 was released twice. */
  ZERO_DEAD_RELEASED(Clause.ALLOC_04),
  /** A pointer that was never given out was not answered with -1. */
  FOREIGN_RELEASED(Clause.DEALLOC_03);

  private final Clause clause;

  SymptomKind(Clause clause) {
    this.clause = clause;
  }

  /** The clause that the symptom speaks of when nothing else explains it. */
  public Clause clause() {
    return clause;
  }
}

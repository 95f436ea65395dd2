package io.modulecontract.engine;

/** The memory of this JVM was not enough for a guest; that says nothing about its module. */
public final class HeapExhausted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says no more than that. */
  public HeapExhausted() {
    super("the memory of this JVM ran out");
  }
}

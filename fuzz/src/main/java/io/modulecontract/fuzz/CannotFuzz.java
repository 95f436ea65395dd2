package io.modulecontract.fuzz;

/** A module cannot be fuzzed, or something that it needs is not there; the message says what. */
public final class CannotFuzz extends Exception {

  private static final long serialVersionUID = 1L;

  CannotFuzz(String message) {
    super(message);
  }
}

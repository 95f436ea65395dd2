package io.modulecontract.cli;

/** Something that the user can mend keeps the command from running; the message says what. */
final class CouldNotRun extends Exception {

  private static final long serialVersionUID = 1L;

  CouldNotRun(String message) {
    super(message);
  }
}

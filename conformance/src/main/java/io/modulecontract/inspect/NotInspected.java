package io.modulecontract.inspect;

/** There is nothing to tell about a file but why. */
public final class NotInspected extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean malformed;

  NotInspected(String message, boolean malformed) {
    super(message);
    this.malformed = malformed;
  }

  /** Whether the file is a module that breaks MOD-01; else it could not be read or understood. */
  public boolean malformed() {
    return malformed;
  }
}

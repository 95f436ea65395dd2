package io.modulecontract.spec;

/** The specification's text does not have the form that its readers rely on. */
public final class SpecFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says in which line of the text what is wrong. */
  public SpecFormatException(int line, String what) {
    super("SPEC.md line " + line + ": " + what);
  }
}

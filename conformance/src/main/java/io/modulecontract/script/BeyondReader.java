package io.modulecontract.script;

/** A result that may be a stream, and is more than the suite's reader looks at: nobody can tell. */
public final class BeyondReader extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  BeyondReader(String message) {
    super(message);
  }
}

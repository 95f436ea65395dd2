package io.modulecontract.wasi;

/** The guest asked for the end of the process; only its call ends. */
public final class GuestExit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  GuestExit(int code) {
    super("proc_exit " + code, null, false, false);
    this.code = code;
  }

  /** The exit code that it named. */
  public int code() {
    return code;
  }
}

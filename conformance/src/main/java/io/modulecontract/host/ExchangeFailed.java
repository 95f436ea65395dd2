package io.modulecontract.host;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.CallOutcome;

/** An exchange with a guest did not come to a result. The message says what and where. */
public abstract sealed class ExchangeFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private ExchangeFailed(String message) {
    super(message);
  }

  /** The guest answered 0: it rejects these parameters. The instance can go on. */
  public static final class Rejected extends ExchangeFailed {
    private static final long serialVersionUID = 1L;

    Rejected(String function) {
      this(function, "0");
    }

    Rejected(String function, String answer) {
      super(function + " rejected its parameters: it answered " + answer);
    }
  }

  /** The guest gave no area. The instance can go on. */
  public static final class NoArea extends ExchangeFailed {
    private static final long serialVersionUID = 1L;

    NoArea(long size, long memoryLimit) {
      super(
          "no area of "
              + size
              + " bytes: allocate answered 0 (the memory may have "
              + memoryLimit
              + " bytes at most)");
    }

    private NoArea(String message) {
      super(message);
    }

    /** The guest would have taken more memory, and this JVM has none for it. */
    static NoArea ofThisJvm(long size) {
      return new NoArea(
          "no area of "
              + size
              + " bytes: this JVM has no memory left for the guest's (java -Xmx gives more)");
    }

    /** No guest can have it: its addresses have 32 bits. */
    static NoArea beyondAddresses(long size) {
      return new NoArea(
          "no area of " + size + " bytes: the addresses of a guest end at " + U32.MAX);
    }
  }

  /** A call trapped, exited or took too long. The instance cannot be used any more. */
  public static final class Stopped extends ExchangeFailed {
    private static final long serialVersionUID = 1L;

    private final transient CallOutcome outcome;

    Stopped(String function, CallOutcome outcome) {
      super(function + " did not return: " + outcome.inFull());
      this.outcome = outcome;
    }

    /** How it ended. */
    public CallOutcome outcome() {
      return outcome;
    }
  }

  /**
   * The host itself has no memory for a copy of the result. The result was given back, and the
   * instance can go on.
   */
  public static final class NoHostMemory extends ExchangeFailed {
    private static final long serialVersionUID = 1L;

    NoHostMemory(String function, long size, String why) {
      super(
          function
              + ": the host has no memory for a copy of the result of "
              + size
              + " bytes: "
              + why);
    }
  }

  /**
   * The guest broke the contract: an area outside its memory, a result that nobody can read, an
   * area that it does not take back. What it keeps in its memory is unknown from then on.
   */
  public static final class Broken extends ExchangeFailed {
    private static final long serialVersionUID = 1L;

    Broken(String function, String expected, String found) {
      super(function + ": expected " + expected + ", found " + found);
    }
  }
}

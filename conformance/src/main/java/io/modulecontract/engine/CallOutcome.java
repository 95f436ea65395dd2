package io.modulecontract.engine;

import io.modulecontract.abi.U32;
import java.time.Duration;

/** How a call of an export ended. After anything but {@link Returned} the instance is spoiled. */
public sealed interface CallOutcome {

  /** Whether the call came back with a value. */
  default boolean returned() {
    return this instanceof Returned;
  }

  /** Whether it is an address and not 0: what allocate answers when it gives an area. */
  default boolean isArea() {
    return this instanceof Returned result && result.value() != 0;
  }

  /**
   * How it ended, in the words of a report: {@code 1048584}, {@code -1}, {@code trap: …}. They are
   * evidence, so they are the same in every run, whatever its deadline.
   */
  String words();

  /** The same for a person who wants to know all of it. */
  default String inFull() {
    return words();
  }

  /**
   * The call returned.
   *
   * @param value the first result as an unsigned 32-bit value, 0 for a function without result
   */
  record Returned(long value) implements CallOutcome {
    @Override
    public String words() {
      return value == U32.MAX ? "-1" : Long.toString(value);
    }
  }

  /**
   * The guest trapped (core specification, section 4.2.1).
   *
   * @param reason what the engine says about it
   */
  record Trapped(String reason) implements CallOutcome {
    @Override
    public String words() {
      return "trap: " + reason;
    }
  }

  /**
   * The call was stopped, for it had taken too long.
   *
   * @param deadline how long it was given
   */
  record DeadlineExceeded(Duration deadline) implements CallOutcome {
    @Override
    public String words() {
      return "no answer within the deadline";
    }

    @Override
    public String inFull() {
      return words() + " of " + deadline.toMillis() + " ms";
    }
  }

  /**
   * The guest asked its host to exit the process.
   *
   * @param code the exit code that it named
   */
  record Exited(int code) implements CallOutcome {
    @Override
    public String words() {
      return "exit of the process with code " + code;
    }
  }
}

package io.modulecontract.engine;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.ChicoryException;
import io.modulecontract.wasi.GuestExit;
import java.time.Duration;

/** Turns what the engine throws while a guest runs into a {@link CallOutcome}. */
final class Traps {

  private static final String PREFIX = "Trapped on ";

  private Traps() {}

  static CallOutcome outcome(Throwable thrown, Duration deadline) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ChicoryInterruptedException) {
        return new CallOutcome.DeadlineExceeded(deadline);
      }
      if (cause instanceof GuestExit exit) {
        return new CallOutcome.Exited(exit.code());
      }
    }
    if (thrown instanceof WasmException) {
      return new CallOutcome.Trapped("uncaught exception of the guest");
    }
    if (thrown instanceof StackOverflowError) {
      return new CallOutcome.Trapped("call stack exhausted");
    }
    if (thrown instanceof ChicoryException) {
      return new CallOutcome.Trapped(words(thrown));
    }
    // The engine's own slips on rare instructions: the interpreter is asked before anyone is
    // blamed.
    return new CallOutcome.Trapped("engine: " + thrown);
  }

  private static String words(Throwable trap) {
    String message = trap.getMessage();
    if (message == null || message.isBlank()) {
      return trap.getClass().getSimpleName();
    }
    String line = message.lines().findFirst().orElse(message);
    return line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line;
  }
}

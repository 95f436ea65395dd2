package io.modulecontract.fuzz;

import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Step;
import java.util.stream.Collectors;

/**
 * A finding as a crash. Its stack trace is no place of ours but clause and guest function: by that
 * clusters tell one finding from another.
 */
final class FoundInModule extends Error {

  private static final long serialVersionUID = 1L;

  FoundInModule(Suspect suspect, Failure failure) {
    super(words(suspect, failure));
    String clause = suspect.clause().id();
    setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("guest", name(failure.function()), "module.wasm", 1),
          new StackTraceElement("contract", clause.replace('-', '_'), "SPEC.md", 1)
        });
  }

  private static String name(String function) {
    return function.isEmpty() ? "unknown" : function.replaceAll("[^A-Za-z0-9_]", "_");
  }

  private static String words(Suspect suspect, Failure failure) {
    return suspect.clause().id()
        + " "
        + suspect.clause().statement()
        + ": expected "
        + failure.expected()
        + ", but "
        + failure.actual()
        + failure.sequence().stream()
            .map(Step::call)
            .collect(Collectors.joining("\n  ", "\n  ", ""));
  }
}

package io.modulecontract.cli;

import io.modulecontract.report.Printable;
import io.modulecontract.wasi.Attempt;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a module tried and may not. */
final class RefusedText {

  private RefusedText() {}

  /** One line; empty where nothing was refused. An exit is told as what became of the call. */
  static Optional<String> of(Path module, List<Attempt> attempts) {
    String tried =
        attempts.stream()
            .filter(attempt -> !attempt.function().equals("proc_exit"))
            .map(Attempt::words)
            .collect(Collectors.joining(", "));
    return tried.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "refused: "
                + Printable.of(module + ": it may not, and tried to: " + tried)
                + " (call --help tells what can be granted)");
  }
}

package io.modulecontract.cli;

import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Step;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run in one line, for the build that ran it: the conclusion first, then each broken clause with
 * its sequence.
 *
 * @param line the line
 */
record Recap(String line) {

  private static final int MOST_STEPS = 4;

  static Recap of(RunResult result) {
    String modules =
        result.modules().stream().map(Recap::module).collect(Collectors.joining(" | "));
    return new Recap(result.conclusion().words() + " · " + modules);
  }

  void write(Path file) throws CouldNotRun {
    try {
      Files.writeString(file, line + System.lineSeparator());
    } catch (IOException e) {
      throw new CouldNotRun("the recap " + file + " cannot be written: " + e);
    }
  }

  private static String module(ModuleResult module) {
    if (module.reason().startsWith(module.file() + ":")) {
      return printable(module.reason());
    }
    String what = module.reason().isEmpty() ? rows(module) : module.reason();
    return printable(module.file() + (what.isEmpty() ? "" : ": " + what));
  }

  /** What is broken or unlike the baseline, and where nothing counts that is, what is open. */
  private static String rows(ModuleResult module) {
    Stream<String> broken =
        module.clauses().stream()
            .filter(row -> row.failed() || row.unlikePinned())
            .map(Recap::failure);
    Stream<String> open =
        module.conclusion() == Conclusion.INCONCLUSIVE
            ? module.clauses().stream().filter(ClauseResult::undecided).map(Recap::open)
            : Stream.of();
    return Stream.concat(open, broken).collect(Collectors.joining("; "));
  }

  private static String open(ClauseResult row) {
    String why = "";
    if (row.verdict() instanceof Verdict.Inconclusive inconclusive) {
      why = inconclusive.why();
    } else if (row.verdict() instanceof Verdict.Unconfirmed unconfirmed) {
      why = unconfirmed.why();
    }
    return row.clause().id() + " undecided (" + why + ")";
  }

  private static String failure(ClauseResult row) {
    String title = row.clause().id() + " " + row.clause().level();
    if (row.known()) {
      return title + " known";
    }
    if (row.verdict() instanceof Verdict.Failed failed) {
      var sequence = failed.failure().sequence();
      if (sequence.isEmpty()) {
        return title + " (" + failed.failure().actual() + ")";
      }
      String steps =
          sequence.stream().limit(MOST_STEPS).map(Step::call).collect(Collectors.joining(", "));
      int more = sequence.size() - MOST_STEPS;
      return title + " (" + steps + (more > 0 ? ", … " + more + " more" : "") + ")";
    }
    return title + " passes, and is in the baseline still";
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}

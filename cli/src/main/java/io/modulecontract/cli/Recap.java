package io.modulecontract.cli;

import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Step;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

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
    String failures =
        module.failures().stream().map(Recap::failure).collect(Collectors.joining("; "));
    String what = module.reason().isEmpty() ? failures : module.reason();
    return printable(module.file() + (what.isEmpty() ? "" : ": " + what));
  }

  private static String failure(ClauseResult row) {
    String title = row.clause().id() + " " + row.clause().level();
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
    return title;
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}

package io.modulecontract.cli;

import io.modulecontract.fuzz.FuzzOptions;
import io.modulecontract.fuzz.FuzzProgress;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.FuzzSummary;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Step;
import io.modulecontract.verdict.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person sees of a campaign: each finding at once, at the end what was covered. */
final class FuzzConsole implements FuzzProgress {

  private static final String CLEAR = "\r\u001b[K";
  private static final String NO_FINDING = "NO FINDING";

  private final PrintWriter out;
  private final PrintWriter err;
  private final FuzzOptions options;
  private final boolean profile;
  private final boolean terminal = Terminal.colours();

  /**
   * @param profile whether it is said what the time went into
   */
  FuzzConsole(PrintWriter out, PrintWriter err, FuzzOptions options, boolean profile) {
    this.out = out;
    this.err = err;
    this.options = options;
    this.profile = profile;
  }

  @Override
  public void began(ModuleResult module) {
    String functions =
        module.functions().stream()
            .map(function -> function.name() + " " + function.shape())
            .collect(Collectors.joining(", "));
    say("fuzzing " + module.file() + " · sha256 " + module.sha256().substring(0, 4) + "…");
    say("functions: " + (functions.isEmpty() ? "none" : functions));
    say(
        "engine "
            + options.engine()
            + " · "
            + options.time().toSeconds()
            + " s · jobs "
            + options.jobs()
            + " · seed "
            + options.seed());
  }

  @Override
  public void note(String what) {
    say("note: " + what);
  }

  @Override
  public void now(String file, FuzzSummary summary) {
    if (terminal) {
      err.print(CLEAR + (summary.executions() == 0 ? "starting" : numbers(summary)) + " …");
      err.flush();
    }
  }

  @Override
  public void found(ModuleResult module, ClauseResult row) {
    Failure failure =
        row.verdict() instanceof Verdict.Failed failed
            ? failed.failure()
            : ((Verdict.Unconfirmed) row.verdict()).failure();
    say("✘ " + row.clause().id() + " " + row.clause().level() + "  " + row.clause().statement());
    if (row.verdict() instanceof Verdict.Unconfirmed open) {
      say("    not blamed on the module: " + open.why());
    }
    say("    expected   " + failure.expected());
    say("    actual     " + failure.actual());
    int number = 1;
    for (Step step : failure.sequence()) {
      String note = step.note().isEmpty() ? "" : "        <- " + step.note();
      say(
          (number == 1 ? "    sequence   " : "               ")
              + number++
              + "  "
              + step.call()
              + note);
    }
    for (String line : failure.reproducer().split("\n", -1)) {
      if (!line.isEmpty()) {
        say("    again      " + line);
      }
    }
  }

  @Override
  public void ended(ModuleResult module) {
    if (module.conclusion() == Conclusion.COULD_NOT_RUN) {
      say("COULD NOT RUN · " + module.reason());
    }
    module
        .fuzz()
        .ifPresent(
            summary -> {
              say(words(module) + " · " + module.file() + ": " + summary.sentence());
              say("    " + numbers(summary));
              if (summary.functionsTooLarge() > 0) {
                say("    " + summary.functionsTooLarge() + " functions are too large to look into");
              }
              if (profile) {
                say("    time: " + summary.shares());
              }
            });
  }

  /** Names what was written. */
  void ended(RunResult result, List<Path> reports) {
    if (!reports.isEmpty()) {
      say("reports: " + reports.get(0).getParent());
    }
  }

  /** Never more than that there is no finding. */
  private static String words(ModuleResult module) {
    return module.conclusion() == Conclusion.CONFORMS ? NO_FINDING : module.conclusion().words();
  }

  private static String numbers(FuzzSummary summary) {
    return String.format(
        Locale.ROOT,
        "%,d executions · %,d/s · %d of %d functions · %,d edges, the last new one %d s ago"
            + " · corpus %d · findings %d",
        summary.executions(),
        summary.executionsPerSecond(),
        summary.functionsReached(),
        summary.functionsTotal(),
        summary.edges(),
        summary.secondsSinceNewEdge(),
        summary.corpusSize(),
        summary.findings());
  }

  /** The run in one line, for the build that ran it. */
  static Recap recap(RunResult result) {
    if (result.conclusion() != Conclusion.CONFORMS) {
      return Recap.of(result);
    }
    String modules =
        result.modules().stream()
            .map(
                module ->
                    module.file() + ": " + module.fuzz().map(FuzzSummary::sentence).orElse(""))
            .collect(Collectors.joining(" | "));
    return new Recap(NO_FINDING + " · " + modules.replaceAll("\\p{Cntrl}", "?"));
  }

  private void say(String line) {
    if (terminal) {
      err.print(CLEAR);
      err.flush();
    }
    out.println(line.replaceAll("\\p{Cntrl}", "?"));
    out.flush();
  }
}

package io.modulecontract.cli;

import io.modulecontract.baseline.Baseline;
import io.modulecontract.baseline.BaselineReader;
import io.modulecontract.baseline.BaselineText;
import io.modulecontract.baseline.Comparison;
import io.modulecontract.baseline.Renewal;
import io.modulecontract.report.ReportFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.toml.WrongToml;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which failures are known, and where those of this run are written. */
final class BaselineOptions {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      defaultValue = "",
      converter = Converters.Optionals.class,
      description =
          "Known failures, each with its reason. They do not count as long as they are just so; a"
              + " new failure, another evidence, and an entry whose clause passes do.")
  private Path baseline = Path.of("");

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      defaultValue = "",
      converter = Converters.Optionals.class,
      description =
          "Writes the failures of this run there, and keeps the reasons that it has, or else --baseline. The"
              + " verdict stays what it is.")
  private Path target = Path.of("");

  /**
   * Reads both files, before anything runs.
   *
   * @throws CouldNotRun when one is no baseline, or cannot be written
   */
  Baselines read() throws CouldNotRun {
    try {
      Baseline known = given(baseline) ? BaselineReader.read(baseline) : Baseline.EMPTY;
      if (!given(target)) {
        return new Baselines(known, Baseline.EMPTY);
      }
      Baseline before = Files.exists(target) ? BaselineReader.readDraft(target) : known;
      ReportFiles.prepare("The directory", target.toAbsolutePath().getParent());
      return new Baselines(known, before);
    } catch (WrongToml | ReportWriteException e) {
      throw new CouldNotRun(e.getMessage());
    }
  }

  /**
   * What was read.
   *
   * @param known the failures that do not count
   * @param before what the file says that is written
   */
  record Baselines(Baseline known, Baseline before) {

    RunResult beside(RunResult run) {
      return Comparison.of(run, known);
    }

    /** The same for one module, of which not every clause needs to be decided. */
    ModuleResult beside(ModuleResult soFar, boolean strict) {
      return Comparison.of(soFar, known, strict);
    }
  }

  /** Says which entries had no module in this run; a mistyped name is found here. */
  void tellUnchecked(RunResult run, Baselines read, PrintWriter err) {
    List<String> unchecked = Comparison.unchecked(run, read.known());
    if (!unchecked.isEmpty()) {
      err.println("note: " + baseline + ": not checked here: " + String.join(", ", unchecked));
    }
  }

  /**
   * Writes the failures of a run, where the user asked for it, and says what is left to do.
   *
   * @throws CouldNotRun when the file cannot be written
   */
  void write(RunResult run, Baselines read, PrintWriter out) throws CouldNotRun {
    if (!given(target)) {
      return;
    }
    Baseline now = Renewal.of(run, read.before());
    try {
      ReportFiles.write("The baseline", target, BaselineText.of(now));
    } catch (ReportWriteException e) {
      throw new CouldNotRun(e.getMessage());
    }
    long open = now.entries().stream().filter(entry -> !entry.hasReason()).count();
    out.println(
        "baseline: "
            + target
            + ", known failures: "
            + now.entries().size()
            + (open == 0 ? "" : ", without a reason: " + open + ". Say why each may stay"));
    out.flush();
  }

  private static boolean given(Path file) {
    return !file.toString().isEmpty();
  }
}

package io.modulecontract.cli;

import io.modulecontract.checks.Effort;
import io.modulecontract.engine.Policy;
import io.modulecontract.report.FindingFiles;
import io.modulecontract.report.ReportFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.run.RunOptions;
import io.modulecontract.run.Suite;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.RunResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check MODULE...}: checks modules and writes the reports. */
@Command(
    name = "check",
    description = "Checks modules against the contract and writes the reports.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODULE",
      arity = "1..*",
      converter = Converters.Files.class,
      description = "The .wasm files to check.")
  private List<Path> modules = List.of();

  @Option(
      names = "--clause",
      paramLabel = "ID",
      defaultValue = "",
      converter = Converters.Clauses.class,
      description = "Only this clause, such as ALLOC-04; several with commas between.")
  private Set<Clause> clauses = EnumSet.allOf(Clause.class);

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      defaultValue = "standard",
      converter = Converters.Efforts.class,
      description = "quick, standard (the default) or thorough.")
  private Effort effort = Effort.STANDARD;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "",
      converter = Converters.Seeds.class,
      description = "Makes the same random choices as the run that printed this seed.")
  private long seed;

  @Option(
      names = "--strict",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "A broken SHOULD counts like a broken MUST.")
  private boolean strict;

  @Mixin private BaselineOptions baseline = new BaselineOptions();

  @Mixin private PolicyOptions allowed = new PolicyOptions();

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      defaultValue = Converters.REPORT_DIR,
      converter = Converters.ReportDirs.class,
      description = "Where the reports go; target/module-contract without it.")
  private Path reportDir = Path.of(Converters.REPORT_DIR);

  @Option(names = "--recap", paramLabel = "FILE", hidden = true)
  private @Nullable Path recap;

  @Override
  public Integer call() throws CouldNotRun {
    BaselineOptions.Baselines baselines = baseline.read();
    prepareReportDir();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    LiveConsole console = new LiveConsole(out, err, module -> baselines.beside(module, strict));
    RunResult result =
        baselines.beside(new Suite(Version.number()).run(modules, options(), console));
    baseline.tellUnchecked(result, baselines, err);
    List<Path> written = List.of();
    try {
      result = FindingFiles.write(result, reportDir);
      written = ReportFiles.write(result, reportDir);
    } catch (ReportWriteException e) {
      throw new CouldNotRun(e.getMessage());
    } finally {
      // What was found is shown in any case.
      console.ended(result, written);
    }
    baseline.write(result, baselines, out);
    if (recap != null) {
      Recap.of(result).write(recap);
    }
    return result.conclusion().exitCode();
  }

  /** Before anything runs: minutes of work should not end at a folder without permission. */
  private void prepareReportDir() throws CouldNotRun {
    try {
      ReportFiles.prepare(reportDir);
    } catch (ReportWriteException e) {
      throw new CouldNotRun(e.getMessage());
    }
  }

  private RunOptions options() {
    return new RunOptions(
        clauses,
        effort,
        seed,
        strict,
        Policy.DEFAULT.withSeed(seed).withGrants(allowed.harmless()),
        allowed.limits(),
        allowed.descriptor());
  }
}

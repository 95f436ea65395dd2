package io.modulecontract.cli;

import io.modulecontract.fuzz.CannotFuzz;
import io.modulecontract.fuzz.FuzzEngine;
import io.modulecontract.fuzz.FuzzOptions;
import io.modulecontract.fuzz.FuzzSuite;
import io.modulecontract.fuzz.MergeResult;
import io.modulecontract.report.ReportFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.verdict.RunResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fuzz MODULE...}: looks for inputs that break the contract, guided by what they reach. */
@Command(
    name = "fuzz",
    description = "Looks for what breaks the contract, guided by the module's own code.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 no finding, 1 does not conform, 2 wrong usage, 3 could not run,",
      "4 something was seen that did not repeat where the module alone can be its cause."
    })
final class FuzzCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODULE",
      arity = "1..*",
      converter = Converters.Files.class,
      description = "The .wasm files to fuzz, one after another.")
  private List<Path> modules = List.of();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = FuzzConverters.Times.class,
      description = "How long each module is fuzzed, such as 60s or 10min; 60s without it.")
  private Duration time = Duration.ofSeconds(60);

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      converter = FuzzConverters.Jobs.class,
      description = "How many processes work on one corpus; 1 without it.")
  private int jobs = 1;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      defaultValue = "",
      converter = Converters.Optionals.class,
      description =
          "The inputs, kept from run to run; corpus below the report directory without it.")
  private Path corpus = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "",
      converter = Converters.Seeds.class,
      description = "Makes the first random choices as the run that printed this seed.")
  private long seed;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "",
      converter = FuzzConverters.Engines.class,
      description = "jazzer, or random: the best that runs here without it.")
  private FuzzEngine engine = FuzzEngine.RANDOM;

  @Option(
      names = "--merge",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "Fuzz nothing: leave in the corpus only what covers something of its own.")
  private boolean merge;

  @Option(
      names = "--no-compares",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description =
          "The engine is not told what the module compares, to measure what that is worth.")
  private boolean noCompares;

  @Option(
      names = "--profile",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "Says what the time went into.")
  private boolean profile;

  @Mixin private LimitOptions allowed = new LimitOptions();

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      defaultValue = FuzzConverters.REPORT_DIR,
      converter = FuzzConverters.ReportDirs.class,
      description =
          "Where reports, findings and corpus go; target/module-contract-fuzz without it.")
  private Path reportDir = Path.of(FuzzConverters.REPORT_DIR);

  @Option(names = "--recap", paramLabel = "FILE", hidden = true)
  private @Nullable Path recap;

  @Override
  public Integer call() throws CouldNotRun {
    PrintWriter out = spec.commandLine().getOut();
    try {
      ReportFiles.prepare(reportDir);
    } catch (ReportWriteException e) {
      throw new CouldNotRun(e.getMessage());
    }
    if (merge) {
      return merged(out);
    }
    FuzzConsole console = new FuzzConsole(out, spec.commandLine().getErr(), options(), profile);
    RunResult result = new FuzzSuite(Version.number()).run(modules, options(), console);
    try {
      console.ended(result, ReportFiles.write(result, reportDir));
    } catch (ReportWriteException e) {
      throw new CouldNotRun(e.getMessage());
    }
    if (recap != null) {
      FuzzConsole.recap(result).write(recap);
    }
    return result.conclusion().exitCode();
  }

  private int merged(PrintWriter out) throws CouldNotRun {
    try {
      for (MergeResult result : new FuzzSuite(Version.number()).merge(modules, options())) {
        String what = result.corpus() + ": " + result.before() + " inputs, " + result.after();
        out.println(what.replaceAll("\\p{Cntrl}", "?") + " of them left");
      }
      return 0;
    } catch (CannotFuzz e) {
      throw new CouldNotRun(String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?"));
    }
  }

  private FuzzOptions options() {
    return new FuzzOptions(
        time,
        jobs,
        seed,
        engine,
        !noCompares,
        corpus.toString().isEmpty() ? Optional.empty() : Optional.of(corpus),
        reportDir,
        allowed.descriptor(),
        allowed.limits());
  }
}

package io.modulecontract.cli;

import io.modulecontract.abi.Limits;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.Policy;
import io.modulecontract.finding.Finding;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.finding.UnreadableFinding;
import io.modulecontract.run.Replay;
import io.modulecontract.run.Replayed;
import io.modulecontract.run.RunOptions;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay FINDING MODULE}: repeats a finding. */
@Command(
    name = "replay",
    description = "Repeats a finding and says: same, different or gone.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 gone, 1 same or different, 2 wrong usage, 3 could not run,",
      "4 it cannot be said."
    })
final class ReplayCommand implements Callable<Integer> {

  private static final int GONE = 0;
  private static final int SHOWS = 1;
  private static final int UNDECIDED = 4;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FINDING",
      converter = Converters.Files.class,
      description = "A .json file of a report's folder findings.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "MODULE",
      converter = Converters.Files.class,
      description = "The .wasm file.")
  private Path module = Path.of("");

  @Option(names = "--any", description = "The module may be another than the finding's.")
  private boolean any;

  @Mixin private PolicyOptions allowed = new PolicyOptions();

  @Override
  public Integer call() throws CouldNotRun {
    Finding finding;
    try {
      finding = FindingReader.read(file);
      requireSameModule(finding, ModuleFile.read(module));
    } catch (UnreadableFinding | UnreadableModule e) {
      throw new CouldNotRun(String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?"));
    }
    Replayed replayed = new Replay(finding, module, options(finding)).run();
    PrintWriter out = spec.commandLine().getOut();
    int exit = tell(replayed, finding, out);
    out.flush();
    return exit;
  }

  private void requireSameModule(Finding finding, ModuleFile found) throws CouldNotRun {
    if (!any && !found.sha256().equals(finding.sha256())) {
      throw new CouldNotRun(
          module
              + ": expected the finding's module, "
              + finding.module().replaceAll("\\p{Cntrl}", "?")
              + " with sha256 "
              + finding.sha256().replaceAll("\\p{Cntrl}", "?")
              + ", found sha256 "
              + found.sha256()
              + " (--any takes any module)");
    }
  }

  private RunOptions options(Finding finding) throws CouldNotRun {
    Effort effort =
        Effort.byName(finding.effort())
            .orElseThrow(
                () -> new CouldNotRun(file + ": effort: expected one of " + Effort.names()));
    Limits found =
        new Limits(OptionalInt.of(finding.memoryPages()), Optional.of(finding.deadline()));
    return new RunOptions(
        Set.of(finding.clause()),
        effort,
        finding.seed(),
        false,
        Policy.DEFAULT.withSeed(finding.seed()).withGrants(allowed.harmless()),
        allowed.limits().orElse(found),
        allowed.descriptor());
  }

  private static int tell(Replayed replayed, Finding finding, PrintWriter out) {
    if (replayed instanceof Replayed.Same same) {
      out.println("same: " + same.clause().id() + " is broken as it was");
      steps(same.expected(), same.actual(), same.steps(), out);
      return SHOWS;
    }
    if (replayed instanceof Replayed.Different other) {
      Clause clause = other.clause();
      out.println(
          clause == finding.clause()
              ? "different: " + clause.id() + " is broken, and the module does something else"
              : "different: not " + finding.clause().id() + " is broken, but " + clause.id());
      out.println("    before     " + printable(finding.actual()));
      steps(other.expected(), other.actual(), other.steps(), out);
      return SHOWS;
    }
    if (replayed instanceof Replayed.Undecided open) {
      out.println("undecided: " + printable(open.why()));
      return UNDECIDED;
    }
    out.println("gone: " + finding.clause().id() + " does not show");
    return GONE;
  }

  private static void steps(String expected, String actual, List<Step> steps, PrintWriter out) {
    out.println("    expected   " + printable(expected));
    out.println("    actual     " + printable(actual));
    for (int i = 0; i < steps.size(); i++) {
      String note = steps.get(i).note().isEmpty() ? "" : "        <- " + steps.get(i).note();
      out.println("    " + (i + 1) + "  " + printable(steps.get(i).call() + note));
    }
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}

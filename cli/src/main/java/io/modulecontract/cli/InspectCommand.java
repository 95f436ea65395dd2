package io.modulecontract.cli;

import io.modulecontract.inspect.DescriptorDraft;
import io.modulecontract.inspect.Inspection;
import io.modulecontract.inspect.InspectionText;
import io.modulecontract.inspect.NotInspected;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect MODULE}: tells what a module is, and whether it can be checked. */
@Command(
    name = "inspect",
    description =
        "Tells what a module exports, imports and needs, and why it can be checked or not.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class InspectCommand implements Callable<Integer> {

  private static final int NO_MODULE = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODULE",
      converter = Converters.Files.class,
      description = "The .wasm file; nothing of it is run.")
  private Path module = Path.of("");

  @Option(
      names = "--descriptor",
      description = "Writes a first descriptor instead: > MODULE.contract.toml keeps it.")
  private boolean descriptor;

  @Override
  public Integer call() throws CouldNotRun {
    Inspection inspection;
    try {
      inspection = descriptor ? Inspection.forFirstDescriptor(module) : Inspection.of(module);
    } catch (NotInspected e) {
      String message = String.valueOf(e.getMessage());
      if (!e.malformed()) {
        throw new CouldNotRun(message);
      }
      spec.commandLine().getErr().println("error: " + message);
      return NO_MODULE;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (descriptor) {
      out.print(DescriptorDraft.of(inspection));
    } else {
      InspectionText.of(inspection).forEach(out::println);
    }
    out.flush();
    return 0;
  }
}

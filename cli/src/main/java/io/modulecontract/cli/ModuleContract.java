package io.modulecontract.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code module-contract}. */
@Command(
    name = "module-contract",
    description = "Decides whether WebAssembly modules keep the module interop contract.",
    subcommands = {
      CheckCommand.class,
      FuzzCommand.class,
      InspectCommand.class,
      CallCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 conforms, 1 does not conform, 2 wrong usage, 3 could not run,",
      "4 inconclusive (a MUST clause could not be decided)."
    })
public final class ModuleContract implements Runnable {

  /** The exit code for wrong usage. */
  static final int WRONG_USAGE = 2;

  /** The exit code for what could not run. */
  static final int COULD_NOT_RUN = 3;

  @Spec private CommandSpec spec;

  private final PrintStream out;
  private final PrintStream err;

  private ModuleContract(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    QuietUnsafe.ask();
    if (QuickCode.suits(arguments)) {
      QuickCode.ask();
    }
    System.exit(run(stream(FileDescriptor.out), stream(FileDescriptor.err), arguments));
  }

  /** Runs the command line; its exit code. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    CommandLine command =
        new CommandLine(new ModuleContract(out, err))
            .setOut(writer(out))
            .setErr(writer(err))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .setExecutionExceptionHandler(new Trouble())
            .setParameterExceptionHandler(new WrongUsage());
    try {
      return command.execute(arguments);
    } catch (Error e) {
      // Else the JVM would end with 1, which says that a module does not conform.
      return Trouble.tell(command.getErr(), e);
    }
  }

  /** Always UTF-8: a JVM in a plain locale would print question marks for every sign. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Where a guest's own output goes, byte for byte. */
  PrintStream out() {
    return out;
  }

  /** The same for its error output. */
  PrintStream err() {
    return err;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }
}

package io.modulecontract.cli;

import io.modulecontract.abi.Limits;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.ExchangeFailed;
import io.modulecontract.host.ExchangeFailed.NoArea;
import io.modulecontract.host.ExchangeFailed.Rejected;
import io.modulecontract.host.HostedInstance;
import io.modulecontract.host.HostedModule;
import io.modulecontract.host.HostedModule.NotHostable;
import io.modulecontract.report.Printable;
import io.modulecontract.wasi.Grants;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code call MODULE FUNCTION}: exchanges one value with a module, as an application does. */
@Command(
    name = "call",
    description = "Calls a function of a module and prints what it answers.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 answered, 1 the module rejected the value or failed, 2 wrong usage,",
      "3 could not run."
    })
final class CallCommand implements Callable<Integer> {

  private static final int FAILED = 1;

  private static final String NO_MEMORY =
      "this JVM had no memory left for the guest's (java -Xmx gives more)";

  @Spec private CommandSpec spec;

  @ParentCommand private ModuleContract parent;

  @Parameters(
      index = "0",
      paramLabel = "MODULE",
      converter = Converters.Files.class,
      description = "The .wasm file.")
  private Path module = Path.of("");

  @Parameters(index = "1", paramLabel = "FUNCTION", description = "The exported function.")
  private String function = "";

  @ArgGroup(multiplicity = "1")
  private Payload payload = new Payload();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = Converters.Files.class,
      description = "Writes the answer there, byte for byte, instead of printing it.")
  private @Nullable Path out;

  @Option(
      names = "--module-memory",
      paramLabel = "SIZE",
      defaultValue = "",
      converter = Converters.MemoryLimits.class,
      description =
          "The most memory that all instances of the module may have together; this command opens"
              + " one.")
  private Limits together = Limits.NONE;

  @Mixin private PolicyOptions allowed = new PolicyOptions();

  @Override
  public Integer call() throws CouldNotRun {
    requireValue();
    try {
      ModuleDescriptor descriptor = DescriptorReader.of(module, allowed.descriptor());
      HostedModule hosted = HostedModule.load(module, descriptor.profile());
      CallTarget target = new CallTarget(hosted.outline(), descriptor);
      Optional<String> objection = target.objection(function, payload);
      if (objection.isPresent()) {
        throw wrong(module + ": " + objection.get());
      }
      ArrowPayload asked = payload.arrow();
      ArrowCall tables =
          asked == null
              ? null
              : ArrowCall.of(
                  asked,
                  descriptor.function(function).flatMap(ModuleDescriptor.Function::tables),
                  spec.commandLine().getErr());
      byte[] bytes = parameter();
      try (HostedInstance instance = linked(hosted, descriptor).open(policy(descriptor))) {
        return exchange(instance, target.bytes(function), bytes, tables);
      }
    } catch (UnreadableModule | UnreadableDescriptor | NotHostable e) {
      throw new CouldNotRun(e.getMessage());
    }
  }

  private int exchange(
      HostedInstance instance, BytesCall call, byte[] bytes, @Nullable ArrowCall tables)
      throws CouldNotRun {
    try {
      if (tables == null) {
        answer(instance, call, bytes);
      } else {
        tables.run(instance, function, out, spec.commandLine().getOut());
      }
      return 0;
    } catch (ExchangeFailed e) {
      if (instance.lackedHostMemory()) {
        throw new CouldNotRun(
            module + ": " + e.getMessage() + (e instanceof NoArea ? "" : "; " + NO_MEMORY));
      }
      String given = e instanceof Rejected && tables != null ? "; " + tables.passed() : "";
      String line = "failed: " + module + ": " + e.getMessage() + given;
      spec.commandLine().getErr().println(Printable.of(line));
      return FAILED;
    } finally {
      RefusedText.of(module, instance.attempts())
          .ifPresent(line -> spec.commandLine().getErr().println(line));
    }
  }

  private HostedModule linked(HostedModule unlinked, ModuleDescriptor descriptor) {
    HostedModule hosted = unlinked.withImports(descriptor.imports());
    OptionalInt pages =
        together.memoryPages().isPresent()
            ? together.memoryPages()
            : descriptor.limits().modulePages();
    return pages.isPresent() ? hosted.withMemoryPages(pages.getAsInt()) : hosted;
  }

  /** What the module asks for is there in a harmless form; what the user grants is real. */
  private Policy policy(ModuleDescriptor descriptor) {
    Grants asked = Grants.harmless(descriptor.capabilities());
    return Policy.DEFAULT
        .within(allowed.limits().orElse(descriptor.limits()))
        .withGrants(asked.and(allowed.real(parent.out(), parent.err())));
  }

  /** What is wrong with the value itself is said before the module is even read. */
  private void requireValue() {
    String text = payload.text();
    if (text != null && text.indexOf(0) >= 0) {
      throw wrong("expected a text without NUL for --cstring, found one that has it");
    }
    try {
      payload.numbers();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The bytes to pass, as far as there are any. */
  private byte[] parameter() throws CouldNotRun {
    Path file = payload.file();
    try {
      return file == null ? utf8(payload.bytes()) : Files.readAllBytes(file);
    } catch (IOException | OutOfMemoryError e) {
      throw new CouldNotRun(file + ": cannot be read: " + e);
    }
  }

  private static byte[] utf8(@Nullable String text) {
    return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
  }

  private void answer(HostedInstance instance, BytesCall call, byte[] bytes)
      throws ExchangeFailed, CouldNotRun {
    if (payload.text() != null) {
      String text = instance.callText(function, payload.text());
      tell(text, utf8(text));
    } else if (payload.shape().isPresent()) {
      byte[] answer = call.answer(instance, bytes);
      tell(AnswerText.of(answer), answer);
    } else {
      long number = instance.call(function, payload.numbers());
      tell(AnswerText.of(number), utf8(Long.toString(number)));
    }
  }

  private void tell(String text, byte[] raw) throws CouldNotRun {
    Path file = out;
    if (file == null) {
      PrintWriter printed = spec.commandLine().getOut();
      printed.println(text);
      printed.flush();
      return;
    }
    try {
      Files.write(file, raw);
    } catch (IOException e) {
      throw new CouldNotRun(file + ": the answer cannot be written: " + e);
    }
  }
}

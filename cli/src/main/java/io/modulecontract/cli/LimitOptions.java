package io.modulecontract.cli;

import io.modulecontract.abi.Limits;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The descriptor, and what a guest may use of memory and time; nothing else can be granted. */
final class LimitOptions {

  @Option(
      names = "--descriptor",
      paramLabel = "FILE",
      defaultValue = "",
      converter = Converters.Optionals.class,
      description = "The descriptor; without it MODULE.contract.toml beside the module.")
  private Path descriptor = Path.of("");

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      defaultValue = "",
      converter = Converters.MemoryLimits.class,
      description =
          "The most memory that a guest may have; the descriptor's, or 128MiB, without it.")
  private Limits memory = Limits.NONE;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      defaultValue = "",
      converter = Converters.Deadlines.class,
      description = "How long one call may take; the descriptor's, or 5s, without it.")
  private Limits deadline = Limits.NONE;

  /** The descriptor's file, where the user named one. */
  Optional<Path> descriptor() {
    return descriptor.toString().isEmpty() ? Optional.empty() : Optional.of(descriptor);
  }

  /** What was said of memory and time. */
  Limits limits() {
    return memory.orElse(deadline);
  }
}

package io.modulecontract.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A worker process, as its parent sees it. */
final class WorkerProcess implements AutoCloseable {

  private static final String HEAP = "-Xmx1g";
  private static final int LAST_LINES = 3;

  /** In less time, the JVM's better compiler takes half of the processor and gives nothing back. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private final WorkerSettings settings;
  private final Process process;

  private WorkerProcess(WorkerSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  /**
   * Starts one; what it prints goes into its log.
   *
   * @param crowded whether the workers leave no processor for the compilers of their JVMs
   */
  static WorkerProcess start(WorkerSettings settings, boolean crowded) throws IOException {
    settings.write();
    Files.deleteIfExists(settings.state());
    ProcessBuilder builder =
        new ProcessBuilder(command(settings, crowded))
            .redirectErrorStream(true)
            .redirectOutput(settings.log().toFile());
    return new WorkerProcess(settings, builder.start());
  }

  private static List<String> command(WorkerSettings settings, boolean crowded) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    command.add("-XX:+UseSerialGC");
    // The engine's own methods and a guest's large functions are longer than the JVM likes.
    command.add("-XX:-DontCompileHugeMethods");
    // Such functions become larger still by what is compiled into them, and a worker's first minute
    // is spent on compiling them: with less in them that is sooner done.
    command.add("-XX:InlineSmallCode=1000");
    // Branches of the guest are switches (CodeMarks), of which the JVM then leaves out no case. A
    // JVM that has no such option does without.
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("-XX:+UnlockDiagnosticVMOptions");
    command.add("-XX:-UseSwitchProfiling");
    if (settings.time().compareTo(SHORT) <= 0) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    if (crowded) {
      // Slow code that runs beside its compiler keeps it from a processor; so it waits.
      command.add("-Xbatch");
    }
    command.add("-XX:+EnableDynamicAgentLoading");
    command.add("-Djdk.attach.allowAttachSelf=true");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", classPath(), WorkerMain.class.getName()));
    command.add(settings.file().toString());
    return command;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Whether it ended before its time, and not as it should. */
  boolean failed() {
    return !process.isAlive() && process.exitValue() != 0;
  }

  Optional<WorkerState> state() throws IOException {
    return WorkerState.read(settings.state());
  }

  WorkerSettings settings() {
    return settings;
  }

  /** The last that it said, for a message. */
  String lastWords() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(settings.log()), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
              .toList();
      return String.join(
          " | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

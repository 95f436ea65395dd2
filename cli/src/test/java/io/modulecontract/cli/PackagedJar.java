package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Starts the jar that the build made, in a JVM of its own. */
final class PackagedJar {

  static final Path JAR = Path.of(System.getProperty("module-contract.jar", "none"));

  /** What the JVM and libraries print that nobody asked. */
  private static final Pattern NOISE =
      Pattern.compile("(?i)warning|slf4j|jul|log4j|INFO:|SEVERE|native-access|unsafe|Exception");

  private PackagedJar() {}

  /** A JVM with so little memory; it compiles once, for none of these runs is long. */
  static List<String> small(String most) {
    return List.of(most, "-XX:TieredStopAtLevel=1");
  }

  static CommandLineRun start(Path directory, List<String> jvm, Object... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-jar", JAR.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JDK_JAVA"));
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it did not end");
    } finally {
      process.destroyForcibly();
    }
    return new CommandLineRun(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Nothing was printed but what the command line says. */
  static void quiet(CommandLineRun run) {
    assertEquals("", run.err());
    assertFalse(NOISE.matcher(run.out()).find(), run::out);
    assertFalse(run.out().contains("\u001b"), "colours where no terminal is");
  }
}

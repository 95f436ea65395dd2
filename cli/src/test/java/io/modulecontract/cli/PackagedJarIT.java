package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as a user starts it: in a JVM of its own, with a plain locale, with little memory. */
final class PackagedJarIT {

  private static final Path JAR = Path.of(System.getProperty("module-contract.jar", "none"));

  /** What the JVM and libraries print that nobody asked. */
  private static final Pattern NOISE =
      Pattern.compile("(?i)warning|slf4j|jul|log4j|INFO:|SEVERE|native-access|unsafe|Exception");

  @TempDir private Path directory;
  private Path module = Path.of("");

  @BeforeEach
  void makeModule() throws IOException {
    module = Prebuilt.file(directory, "greeting");
  }

  @Test
  void checksAndPrintsNothingElse() throws Exception {
    CommandLineRun run = start(List.of(), "check", module);
    run.ends(0).shows("Module interop contract 1.0 · greeting.wasm", "✔", "CONFORMS · ");
    quiet(run);
    assertTrue(Files.exists(directory.resolve("target/module-contract/report.json")));
  }

  @Test
  void blamesAFaultyModule() throws Exception {
    Path faulty = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    CommandLineRun run = start(List.of(), "check", "--clause=ALLOC-04", faulty, module);
    run.ends(1).shows("✘ ALLOC-04 MUST", "1 conforms, 1 does not conform");
    quiet(run);
  }

  @Test
  void explainsAndPrintsNothingElse() throws Exception {
    CommandLineRun run = start(List.of(), "explain", "ALLOC-04");
    run.ends(0).shows("ALLOC-04 MUST Allocation", "clause contract-spec/SPEC.md#alloc-04");
    quiet(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "tr"})
  void speaksTheSameInEveryLocale(String language) throws Exception {
    List<String> locale = List.of("-Duser.language=" + language, "-Dfile.encoding=US-ASCII");
    CommandLineRun run = start(locale, "check", "--clause=mod-01,init-03", module);
    run.ends(0).shows("greeting.wasm · ", "MOD 1/1 ✔", "CONFORMS · 2 clauses ran");
    quiet(run);
  }

  @Test
  void hasItsVersionAndEveryLicence() throws Exception {
    start(List.of(), "--version").ends(0).shows("module-contract " + versionInManifest());
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      for (String name : List.of("LICENSE-EUPL-1.2", "LICENSE-Apache-2.0", "THIRD-PARTY.txt")) {
        assertTrue(jar.getEntry("META-INF/" + name) != null, name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx24m", "-Xmx56m"})
  void withTooLittleMemoryBlamesNoModule(String most) throws Exception {
    CommandLineRun run = start(List.of(most), "check", module);
    run.ends(run.exit() == 4 ? 4 : ModuleContract.COULD_NOT_RUN).shows("java -Xmx gives more");
    quiet(run);
  }

  @Test
  void saysWhatIsWrongInAFewLines() throws Exception {
    start(List.of(), "check", "--effort=heroic", module)
        .ends(ModuleContract.WRONG_USAGE)
        .complains("found 'heroic'");
  }

  private static void quiet(CommandLineRun run) {
    assertEquals("", run.err());
    assertFalse(NOISE.matcher(run.out()).find(), run::out);
    assertFalse(run.out().contains("\u001b"), "colours where no terminal is");
  }

  private static String versionInManifest() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
  }

  private CommandLineRun start(List<String> jvm, Object... arguments) throws Exception {
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
}

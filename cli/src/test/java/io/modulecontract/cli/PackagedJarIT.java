package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as a user starts it: in a JVM of its own, with a plain locale. */
final class PackagedJarIT {

  /** Each licence file, with words that are in its text once. */
  private static final Map<String, String> LICENCES =
      Map.of(
          "LICENSE-EUPL-1.2", "EUPL © the European Union 2007, 2016",
          "LICENSE-Apache-2.0", "TERMS AND CONDITIONS FOR USE",
          "LICENSE", "TERMS AND CONDITIONS FOR USE",
          "LICENSE.md", "Eclipse Public License - v 2.0",
          "LICENSE-notice.md", "Open Source Licenses");

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
    PackagedJar.quiet(run);
    assertTrue(Files.exists(directory.resolve("target/module-contract/report.json")));
  }

  @Test
  void blamesAFaultyModule() throws Exception {
    Path faulty = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    CommandLineRun run = start(List.of(), "check", "--clause=ALLOC-04", faulty, module);
    run.ends(1).shows("✘ ALLOC-04 MUST", "1 conforms, 1 does not conform");
    PackagedJar.quiet(run);
  }

  @Test
  void explainsAndPrintsNothingElse() throws Exception {
    CommandLineRun run = start(List.of(), "explain", "ALLOC-04");
    run.ends(0).shows("ALLOC-04 MUST Allocation", "clause contract-spec/SPEC.md#alloc-04");
    PackagedJar.quiet(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "tr"})
  void speaksTheSameInEveryLocale(String language) throws Exception {
    List<String> locale = List.of("-Duser.language=" + language, "-Dfile.encoding=US-ASCII");
    CommandLineRun run = start(locale, "check", "--clause=mod-01,init-03", module);
    run.ends(0).shows("greeting.wasm · ", "MOD 1/1 ✔", "CONFORMS · 2 clauses ran");
    PackagedJar.quiet(run);
  }

  @Test
  void hasItsVersionAndEveryLicence() throws Exception {
    start(List.of(), "--version").ends(0).shows("module-contract " + versionInManifest());
    try (ZipFile jar = new ZipFile(PackagedJar.JAR.toFile())) {
      LICENCES.forEach(
          (name, title) -> assertEquals(1, count(text(jar, "META-INF/" + name), title), name));
      assertTrue(text(jar, "META-INF/THIRD-PARTY.txt").contains("third-party dependencies"));
      assertEquals(null, jar.getEntry("THIRD-PARTY.txt"), "it is there twice");
    }
  }

  private static String text(ZipFile jar, String name) {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(String text, String title) {
    return text.split(Pattern.quote(title), -1).length - 1;
  }

  @Test
  void saysWhatIsWrongInAFewLines() throws Exception {
    start(List.of(), "check", "--effort=heroic", module)
        .ends(ModuleContract.WRONG_USAGE)
        .complains("found 'heroic'");
  }

  private static String versionInManifest() throws IOException {
    try (var jar = new JarFile(PackagedJar.JAR.toFile())) {
      return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
  }

  private CommandLineRun start(List<String> jvm, Object... arguments) throws Exception {
    return PackagedJar.start(directory, jvm, arguments);
  }
}

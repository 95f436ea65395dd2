package io.modulecontract.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceBuildTest {
  @TempDir Path workspace;
  private final ScriptedToolchain toolchain = new ScriptedToolchain();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, UTF_8);
  private Path prebuilt;

  @BeforeEach
  void committedBytesThatAreJustWhatIsBuilt() throws IOException {
    prebuilt = workspace.resolve("prebuilt");
    toolchain.results.put("a.wasm", new byte[] {1});
    toolchain.results.put("b.wasm", new byte[] {2});
    new Prebuilt(prebuilt).replace(toolchain.results);
  }

  @Test
  void whatIsBuiltJustAsListedPasses() {
    assertDoesNotThrow(this::check);
    assertTrue(toolchain.copiedIn.get(0).leftOut().contains("prebuilt"));
  }

  @Test
  void aByteThatIsBuiltOtherwiseFails() {
    toolchain.results.put("b.wasm", new byte[] {3});
    assertStops("what was built: b.wasm differs");
  }

  @Test
  void aFileThatIsNoLongerBuiltFails() {
    toolchain.results.remove("a.wasm");
    assertStops("what was built: a.wasm is missing");
  }

  @Test
  void aFileThatIsBuiltAndNotListedFails() {
    toolchain.results.put("c.wasm", new byte[0]);
    assertStops("what was built: c.wasm is not listed");
  }

  @Test
  void aCommittedFileThatIsNotTheListedOneFails() throws IOException {
    Files.write(prebuilt.resolve("a.wasm"), new byte[] {9});
    Files.delete(prebuilt.resolve("b.wasm"));
    Files.write(prebuilt.resolve("c.wasm"), new byte[] {9});

    assertStops(
        "the committed files: a.wasm differs; the committed files: b.wasm is missing; the committed"
            + " files: c.wasm is not listed");
  }

  @Test
  void aDescriptorWrittenByHandIsComparedWithTheListAndKeptByAnUpdate() throws IOException {
    Path descriptor = Files.writeString(prebuilt.resolve("a.contract.toml"), "by hand");
    assertStops("the committed files: a.contract.toml is not listed");

    new WorkspaceBuild(workspace).update(toolchain, out);
    assertDoesNotThrow(this::check);

    Files.writeString(descriptor, "another");
    assertStops("the committed files: a.contract.toml differs");
    toolchain.results.put("a.contract.toml", new byte[0]);
    assertStops("what was built: a.contract.toml differs");
  }

  @ParameterizedTest
  @CsvSource({
    "fmt,cargo fmt has findings",
    "--examples,cargo clippy has findings",
    "--tests,cargo clippy has findings",
    "cargo test,cargo test has findings"
  })
  void findingsInTheSourcesFailAndAreShown(String command, String sentence) {
    toolchain.failsAt = command;
    assertStops(sentence);
    assertTrue(said.toString(UTF_8).contains("what cargo says"));
  }

  @Test
  void cargosOwnMessageIsShownWhenTheBuildFails() {
    toolchain.failsAt = "build.sh";
    assertStops("does not build");
    assertTrue(said.toString(UTF_8).contains("what cargo says"));
  }

  @Test
  void updateMakesTheCommittedFilesThoseThatAreBuilt() throws IOException {
    toolchain.results.clear();
    toolchain.results.putAll(Map.of("b.wasm", new byte[] {3}, "c.wasm", new byte[] {4}));

    new WorkspaceBuild(workspace).update(toolchain, out);

    assertFalse(Files.exists(prebuilt.resolve("a.wasm")));
    assertArrayEquals(new byte[] {3}, Files.readAllBytes(prebuilt.resolve("b.wasm")));
    assertDoesNotThrow(this::check);
    for (String change : List.of("removed a.wasm", "changed b.wasm", "new c.wasm")) {
      assertTrue(said.toString(UTF_8).contains(change), change);
    }
  }

  @Test
  void updateKeepsWhatIsBuiltAndStopsAtFindings() {
    toolchain.results.put("b.wasm", new byte[] {3});
    toolchain.failsAt = "fmt";
    BuildStopped stopped =
        assertThrows(
            BuildStopped.class, () -> new WorkspaceBuild(workspace).update(toolchain, out));
    assertTrue(stopped.getMessage().contains("cargo fmt has findings"), stopped::getMessage);
    toolchain.failsAt = "no such command";
    assertDoesNotThrow(this::check);
  }

  private void assertStops(String part) {
    BuildStopped stopped = assertThrows(BuildStopped.class, this::check);
    assertTrue(stopped.getMessage().contains(part), stopped::getMessage);
  }

  private void check() throws IOException {
    new WorkspaceBuild(workspace).check(toolchain, out);
  }
}

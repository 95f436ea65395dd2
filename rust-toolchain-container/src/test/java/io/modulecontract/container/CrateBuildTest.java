package io.modulecontract.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrateBuildTest {
  @TempDir Path folder;
  private final ScriptedToolchain toolchain = new ScriptedToolchain();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path crate;

  @BeforeEach
  void aCrateThatGivesOneModule() throws IOException {
    crate = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(crate.resolve("Cargo.toml"), "[package]\nname = \"mine\"\n");
    toolchain.results.put("mine.wasm", new byte[] {0, 'a', 's', 'm'});
  }

  @Test
  void theModuleLiesBelowTheCrateAndIsNamed() throws IOException {
    run();

    Path module = crate.resolve("target/module-contract/mine.wasm");
    assertArrayEquals(new byte[] {0, 'a', 's', 'm'}, Files.readAllBytes(module));
    assertTrue(said.toString(UTF_8).contains(module.toString()));
  }

  @Test
  void aLockFileIsKeptTo() throws IOException {
    run();
    assertFalse(toolchain.ran.get(0).contains("--locked"));

    Files.writeString(crate.resolve("Cargo.lock"), "");
    toolchain.ran.clear();
    run();
    assertTrue(toolchain.ran.get(0).contains("--locked"));
  }

  @Test
  void aMemberIsBuiltInItsWorkspace() throws IOException {
    Files.writeString(folder.resolve("Cargo.toml"), "[workspace]\nmembers = [\"mine\"]\n");

    run();

    assertEquals(folder, toolchain.copiedIn.get(0).root());
    assertTrue(toolchain.ran.get(0).startsWith("/src/mine$ cargo build"), toolchain.ran::toString);
  }

  @Test
  void aCrateThatDoesNotCompileIsNamedBelowCargosMessage() {
    toolchain.failsAt = "cargo build";

    BuildStopped stopped = assertThrows(BuildStopped.class, this::run);

    assertTrue(stopped.getMessage().contains(crate.toString()), stopped::getMessage);
    assertTrue(said.toString(UTF_8).contains("what cargo says"));
  }

  @Test
  void aCrateWithoutAModuleIsToldWhatItLacks() {
    toolchain.results.clear();

    BuildStopped stopped = assertThrows(BuildStopped.class, this::run);

    assertTrue(stopped.getMessage().contains("cdylib"), stopped::getMessage);
  }

  private void run() throws IOException {
    new CrateBuild(crate).run(toolchain, new PrintStream(said, true, UTF_8));
  }
}

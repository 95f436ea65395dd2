package io.modulecontract.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256SumsTest {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path folder;

  @Test
  void theListIsThatOfTheSha256sumProgram() throws IOException {
    Path file = folder.resolve("SHA256SUMS");

    Sha256Sums.of(Map.of("b.wasm", new byte[0], "a.wasm", new byte[0])).write(file);

    assertEquals(EMPTY + "  a.wasm\n" + EMPTY + "  b.wasm\n", Files.readString(file));
    assertEquals(
        Sha256Sums.of(Map.of("a.wasm", new byte[0], "b.wasm", new byte[0])), Sha256Sums.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc  a.wasm", EMPTY, EMPTY + "  ../a.wasm", EMPTY + "  a\n" + EMPTY + "  a", ""})
  void anythingElseIsRefusedWithTheFilesName(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("SHA256SUMS"), text);

    BuildStopped stopped = assertThrows(BuildStopped.class, () -> Sha256Sums.read(file));

    assertTrue(stopped.getMessage().startsWith(file.toString()), stopped::getMessage);
  }

  @Test
  void aMissingListIsNamedWithTheWayToWriteIt() {
    BuildStopped stopped =
        assertThrows(BuildStopped.class, () -> Sha256Sums.read(folder.resolve("SHA256SUMS")));

    assertTrue(stopped.getMessage().contains("-Dupdate"), stopped::getMessage);
  }
}

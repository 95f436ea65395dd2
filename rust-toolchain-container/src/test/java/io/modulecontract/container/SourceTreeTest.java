package io.modulecontract.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path root;

  @Test
  void sourcesGoInAndResultsOfEarlierBuildsStayOut() throws IOException {
    put("Cargo.toml", "workspace");
    put("member/Cargo.toml", "member");
    put("member/src/target/mod.rs", "a module with cargo's name");
    put("member/src/prebuilt/mod.rs", "a module with another folder's name");
    put("target/old.wasm", "stale");
    put("member/target/old.wasm", "stale");
    put("prebuilt/committed.wasm", "left out");
    put(".git/config", "left out");
    put(".cargo/config.toml", "settings");

    SortedMap<String, String> archived = archived();

    assertEquals(
        Set.of(
            "src/.cargo/config.toml",
            "src/Cargo.toml",
            "src/member/Cargo.toml",
            "src/member/src/target/mod.rs",
            "src/member/src/prebuilt/mod.rs"),
        archived.keySet());
    assertEquals("member", archived.get("src/member/Cargo.toml"));
  }

  private SortedMap<String, String> archived() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    new SourceTree(root, Set.of("prebuilt")).writeTar(archive, "src");
    SortedMap<String, String> files = new TreeMap<>();
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private void put(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

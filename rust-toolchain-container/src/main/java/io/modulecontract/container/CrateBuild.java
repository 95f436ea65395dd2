package io.modulecontract.container;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Builds the modules of a crate that somebody wrote. */
record CrateBuild(Path crate) {
  private static final Pattern WORKSPACE = Pattern.compile("(?m)^\\s*\\[workspace[].]");
  private static final String RESULT = "/out";

  /** Where the modules are put. */
  Path results() {
    return crate.resolve("target").resolve("module-contract");
  }

  /** Builds, and writes each module below the crate's own folder. */
  void run(Toolchain toolchain, PrintStream out) throws IOException {
    Path root = root();
    toolchain.copyIn(new SourceTree(root, Set.of()));
    String folder = Toolchain.SOURCES + "/" + root.relativize(crate).toString().replace('\\', '/');
    out.println("building " + crate);
    if (toolchain.run(out, folder, cargo(root)) != 0) {
      throw new BuildStopped("cargo could not build " + crate + ": its message is above.");
    }
    // Right in this folder lie the results; what they were made from lies deeper.
    toolchain.run(
        out,
        Toolchain.SOURCES,
        "sh",
        "-c",
        "mkdir %s && find /build/wasm32-wasip1/release -maxdepth 1 -name '*.wasm' -exec cp {} %s ';'"
            .formatted(RESULT, RESULT));
    write(toolchain.copyOut(RESULT), out);
  }

  /** The workspace that the crate belongs to, as cargo finds it, else the crate itself. */
  Path root() throws IOException {
    for (Path folder = crate; folder != null; folder = folder.getParent()) {
      Path manifest = folder.resolve("Cargo.toml");
      if (Files.isRegularFile(manifest) && WORKSPACE.matcher(Files.readString(manifest)).find()) {
        return folder;
      }
    }
    return crate;
  }

  private static String[] cargo(Path root) {
    List<String> command =
        new ArrayList<>(List.of("cargo", "build", "--release", "--target", "wasm32-wasip1"));
    if (Files.exists(root.resolve("Cargo.lock"))) {
      command.add("--locked");
    }
    return command.toArray(String[]::new);
  }

  private void write(SortedMap<String, byte[]> modules, PrintStream out) throws IOException {
    if (modules.isEmpty()) {
      throw new BuildStopped(
          "%s gives no module: its Cargo.toml needs a [lib] with crate-type = [\"cdylib\"]."
              .formatted(crate));
    }
    Files.createDirectories(results());
    for (Map.Entry<String, byte[]> module : modules.entrySet()) {
      Path file = results().resolve(module.getKey());
      Files.write(file, module.getValue());
      out.printf("built %s (%d bytes)%n", file, module.getValue().length);
    }
  }
}

package io.modulecontract.fuzz;

import io.modulecontract.abi.Limits;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The prebuilt reference modules. */
final class Prebuilt {

  private Prebuilt() {}

  /** One of them as a file in this directory, its descriptor beside it. */
  static Path file(Path directory, String name) throws IOException {
    copy(directory, name + ".contract.toml");
    if (!copy(directory, name + ".wasm")) {
      throw new IOException("no reference module " + name);
    }
    return directory.resolve(name + ".wasm");
  }

  private static boolean copy(Path directory, String file) throws IOException {
    String resource = "/io/modulecontract/reference/prebuilt/" + file;
    try (InputStream in = Prebuilt.class.getResourceAsStream(resource)) {
      if (in != null) {
        Files.write(directory.resolve(file), in.readAllBytes());
      }
      return in != null;
    }
  }

  /** One of them as a subject, with code that is not marked. */
  static FuzzSubject subject(String name) throws IOException, CannotFuzz {
    Path directory = Files.createTempDirectory("prebuilt");
    try {
      Path file = file(directory, name);
      return FuzzSubject.read(file, Optional.empty(), Limits.NONE, 1, Fuzzing.NONE);
    } finally {
      // A subject has read all that it needs.
      Files.deleteIfExists(directory.resolve(name + ".contract.toml"));
      Files.deleteIfExists(directory.resolve(name + ".wasm"));
      Files.delete(directory);
    }
  }
}

package io.modulecontract.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The prebuilt reference modules. */
final class Prebuilt {

  private Prebuilt() {}

  /** The bytes of one, named without its ending. */
  static byte[] bytes(String name) throws IOException {
    String resource = "/io/modulecontract/reference/prebuilt/" + name + ".wasm";
    try (InputStream in = Prebuilt.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      return in.readAllBytes();
    }
  }

  /** One of them as a file in this directory. */
  static Path file(Path directory, String name) throws IOException {
    return Files.write(directory.resolve(name + ".wasm"), bytes(name));
  }
}

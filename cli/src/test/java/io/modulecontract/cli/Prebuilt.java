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
    return resource(name + ".wasm");
  }

  private static byte[] resource(String file) throws IOException {
    String resource = "/io/modulecontract/reference/prebuilt/" + file;
    try (InputStream in = Prebuilt.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      return in.readAllBytes();
    }
  }

  /** The same with its descriptor beside it. */
  static Path declared(Path directory, String name) throws IOException {
    String descriptor = name + ".contract.toml";
    Files.write(directory.resolve(descriptor), resource(descriptor));
    return file(directory, name);
  }

  /** One of them as a file in this directory. */
  static Path file(Path directory, String name) throws IOException {
    return Files.write(directory.resolve(name + ".wasm"), bytes(name));
  }
}

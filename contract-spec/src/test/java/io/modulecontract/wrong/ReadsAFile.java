package io.modulecontract.wrong;

import java.nio.file.Path;

/** What no class of the specification may do. */
public final class ReadsAFile {

  private ReadsAFile() {}

  static boolean exists(String name) {
    System.gc();
    return Path.of(name).toFile().exists();
  }
}

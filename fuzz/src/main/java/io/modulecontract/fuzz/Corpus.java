package io.modulecontract.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of inputs, each in a file that has the SHA-1 of its bytes as its name, as libFuzzer
 * writes them. What has another name was put there by somebody else: it is read, and never changed.
 */
final class Corpus {

  private static final int MOST_FILES = 1_000_000;

  private Corpus() {}

  /** The name of an input. */
  static String name(byte[] input) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a file has such a name. */
  static boolean isInput(Path file) {
    return file.getFileName().toString().matches("[0-9a-f]{40}");
  }

  /** Adds an input. */
  static void add(Path folder, byte[] input) throws IOException {
    Path file = folder.resolve(name(input));
    if (!Files.exists(file)) {
      WholeFile.write(file, input);
    }
  }

  /** All files there, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).limit(MOST_FILES).sorted().toList();
    }
  }

  /**
   * Makes the folder, and looks whether it can be used.
   *
   * @return how many files are there that are no inputs of ours
   * @throws CannotFuzz when it cannot; the message says why
   */
  static int prepare(Path folder) throws CannotFuzz {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CannotFuzz("the corpus " + folder + " is a file: expected a folder");
    }
    try {
      Files.createDirectories(folder);
      int foreign = 0;
      for (Path file : files(folder)) {
        if (!Files.isReadable(file)) {
          throw new CannotFuzz(
              "the corpus " + folder + " cannot be used: " + file + " cannot be read");
        }
        foreign += isInput(file) ? 0 : 1;
      }
      Files.delete(Files.createTempFile(folder, ".module-contract", ".tmp"));
      return foreign;
    } catch (IOException e) {
      throw new CannotFuzz("the corpus " + folder + " cannot be used: " + e);
    }
  }
}

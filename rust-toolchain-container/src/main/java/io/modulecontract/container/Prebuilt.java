package io.modulecontract.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of committed modules and the list of their hashes. A descriptor beside a module may be
 * written by hand: the list has it too, and no build has to give it.
 */
record Prebuilt(Path folder) {

  /** What the list says. */
  Sha256Sums listed() throws IOException {
    return Sha256Sums.read(folder.resolve(Sha256Sums.FILE_NAME));
  }

  /** What the folder holds, whatever the list says; files that a dot hides do not count. */
  Sha256Sums present() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return Sha256Sums.of(files);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : (Iterable<Path>) entries.filter(Files::isRegularFile)::iterator) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".")) {
          files.put(name, Files.readAllBytes(entry));
        }
      }
    }
    files.remove(Sha256Sums.FILE_NAME);
    return Sha256Sums.of(files);
  }

  /** Whether a build has to give this file. */
  static boolean isModule(String name) {
    return name.endsWith(".wasm");
  }

  /**
   * Makes the folder hold just these modules, and writes the list last: a list that is there speaks
   * of files that are.
   */
  void replace(Map<String, byte[]> built) throws IOException {
    for (String old : present().byFile().keySet()) {
      if (isModule(old) && !built.containsKey(old)) {
        Files.delete(folder.resolve(old));
      }
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : built.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    present().write(folder.resolve(Sha256Sums.FILE_NAME));
  }
}

package io.modulecontract.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A toolchain without a container: gives set files, and fails at the commands it is told to. */
final class ScriptedToolchain implements Toolchain {
  final SortedMap<String, byte[]> results = new TreeMap<>();
  final List<String> ran = new ArrayList<>();
  final List<SourceTree> copiedIn = new ArrayList<>();
  String failsAt = "no such command";

  @Override
  public void copyIn(SourceTree sources) {
    copiedIn.add(sources);
  }

  @Override
  public long run(OutputStream output, String folder, String... command) {
    String line = String.join(" ", command);
    ran.add(folder + "$ " + line);
    if (!line.contains(failsAt)) {
      return 0;
    }
    try {
      output.write("error: what cargo says\n".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 101;
  }

  @Override
  public SortedMap<String, byte[]> copyOut(String folder) {
    return results;
  }

  @Override
  public void close() {}
}

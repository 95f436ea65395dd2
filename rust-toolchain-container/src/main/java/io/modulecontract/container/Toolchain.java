package io.modulecontract.container;

import java.io.OutputStream;
import java.util.SortedMap;

/** A place with the Rust toolchain in it: takes sources, runs commands, gives files back. */
interface Toolchain extends AutoCloseable {
  /** Where sources are put. */
  String SOURCES = "/src";

  /** Copies the sources in. Nothing that runs later can reach the originals. */
  void copyIn(SourceTree sources);

  /** Runs a command in a folder, hands on what it writes, and gives its exit code. */
  long run(OutputStream output, String folder, String... command);

  /** The regular files right in a folder, by name. */
  SortedMap<String, byte[]> copyOut(String folder);

  @Override
  void close();
}

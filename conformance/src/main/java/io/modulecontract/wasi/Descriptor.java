package io.modulecontract.wasi;

import io.modulecontract.abi.Access;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What a number that a guest holds stands for. */
sealed interface Descriptor {

  /** How records of attempts call it. */
  String name();

  /** Lets go of what the host holds for it. */
  default void close() throws IOException {}

  /** The standard input: always empty. */
  record Input(String name) implements Descriptor {}

  /** A standard output. */
  record Printer(String name, Output output) implements Descriptor {}

  /** A directory. */
  record Folder(String name, Place place, Access access, boolean preopened) implements Descriptor {}

  /** An open file. */
  record OpenFile(
      String name, Path path, FileChannel channel, boolean reads, boolean writes, int flags)
      implements Descriptor {

    /** Every write goes to the end. */
    static final int APPEND = 1;

    boolean appends() {
      return (flags & APPEND) != 0;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}

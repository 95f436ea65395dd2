package io.modulecontract.cli.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a stream to a file: all of it, or nothing. */
public final class TableOut {

  /** A channel takes a copy of what it is given at once. */
  private static final int PIECE = 1 << 20;

  private TableOut() {}

  /**
   * Writes the bytes beside the file first, which is replaced when all of them are there.
   *
   * @throws IOException when that cannot be done; the file is as it was
   */
  public static void write(Path file, ByteBuffer content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("expected the name of a file, found something else of that name");
    }
    Path directory = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(directory, "." + file.getFileName(), ".part");
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        while (content.hasRemaining()) {
          int count = Math.min(PIECE, content.remaining());
          ByteBuffer piece = content.slice(content.position(), count);
          while (piece.hasRemaining()) {
            channel.write(piece);
          }
          content.position(content.position() + count);
        }
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}

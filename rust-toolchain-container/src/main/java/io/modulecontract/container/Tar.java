package io.modulecontract.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes and reads tar archives, the form in which an engine takes and gives files. */
final class Tar implements Closeable {
  private static final int PROGRAM = 0755;
  private static final int PLAIN = 0644;

  private final TarArchiveOutputStream out;

  Tar(OutputStream target) {
    out = new TarArchiveOutputStream(target, UTF_8.name());
    out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    out.setAddPaxHeadersForNonAsciiNames(true);
  }

  void addFile(String name, Path file) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(Files.size(file));
    entry.setMode(Files.isExecutable(file) ? PROGRAM : PLAIN);
    entry.setLastModifiedTime(Files.getLastModifiedTime(file));
    out.putArchiveEntry(entry);
    Files.copy(file, out);
    out.closeArchiveEntry();
  }

  void addLink(String name, Path link) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(Files.readSymbolicLink(link).toString());
    out.putArchiveEntry(entry);
    out.closeArchiveEntry();
  }

  /** The regular files right in the one folder that an archive holds, by name. */
  static SortedMap<String, byte[]> readFiles(InputStream archive) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (TarArchiveInputStream in = new TarArchiveInputStream(archive, UTF_8.name())) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String[] parts = entry.getName().split("/", -1);
        if (entry.isFile() && parts.length == 2) {
          files.put(parts[1], in.readAllBytes());
        }
      }
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package io.modulecontract.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a file. Numbers that only mean something on the host are 0.
 *
 * @param type the kind in the numbers of preview 1
 * @param size in bytes
 * @param read when it was last read, in nanoseconds
 * @param written when it was last written
 */
record Stat(byte type, long size, long read, long written) {

  static final byte UNKNOWN = 0;
  static final byte FOLDER = 3;
  static final byte FILE = 4;
  static final byte LINK = 7;

  static final Stat STREAM = new Stat((byte) 2, 0, 0, 0);
  static final Stat EMPTY_FOLDER = new Stat(FOLDER, 0, 0, 0);

  private static final int LENGTH = 64;

  static Stat of(Place place) throws IOException {
    Optional<Path> host = place.host();
    return host.isPresent() ? of(host.get()) : EMPTY_FOLDER;
  }

  /** Of the thing itself: links are never followed. */
  static Stat of(Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new Stat(
        type(attributes),
        attributes.size(),
        attributes.lastAccessTime().to(TimeUnit.NANOSECONDS),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  private static byte type(BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return FOLDER;
    }
    if (attributes.isRegularFile()) {
      return FILE;
    }
    return attributes.isSymbolicLink() ? LINK : UNKNOWN;
  }

  void write(GuestBytes memory, int at) {
    memory.write(at, new byte[LENGTH]);
    memory.write(at + 16, new byte[] {type});
    memory.writeLong(at + 24, 1);
    memory.writeLong(at + 32, size);
    memory.writeLong(at + 40, read);
    memory.writeLong(at + 48, written);
    memory.writeLong(at + 56, written);
  }

  /** Sets the times as the arguments say: access, modification, flags, in this order. */
  static Errno setTimes(Path path, long[] a, int first) throws IOException {
    int flags = (int) a[first + 2];
    if ((flags & 3) == 3 || (flags & 12) == 12) {
      return Errno.INVAL;
    }
    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(time(a[first + 1], flags >> 2), time(a[first], flags), null);
    return Errno.SUCCESS;
  }

  private static @Nullable FileTime time(long nanos, int flags) {
    if ((flags & 1) != 0) {
      return FileTime.from(nanos, TimeUnit.NANOSECONDS);
    }
    return (flags & 2) != 0 ? FileTime.from(Instant.now()) : null;
  }
}

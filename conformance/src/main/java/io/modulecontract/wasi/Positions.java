package io.modulecontract.wasi;

import io.modulecontract.wasi.Descriptor.Folder;
import io.modulecontract.wasi.Descriptor.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;

/** Where an open file stands, how long it is, and when it was used. */
final class Positions {

  private final Descriptors descriptors;
  private final Attempts attempts;

  Positions(Descriptors descriptors, Attempts attempts) {
    this.descriptors = descriptors;
    this.attempts = attempts;
  }

  void register(Map<String, WasiFunction> functions) {
    functions.put("fd_seek", (m, a) -> file(a, f -> seek(m, f, a)).code());
    functions.put("fd_tell", (m, a) -> file(a, f -> tell(m, f, (int) a[1])).code());
    functions.put("fd_advise", (m, a) -> file(a, f -> Errno.SUCCESS).code());
    functions.put("fd_sync", (m, a) -> file(a, Positions::sync).code());
    functions.put("fd_datasync", (m, a) -> file(a, Positions::sync).code());
    functions.put("fd_allocate", (m, a) -> writable("fd_allocate", a, f -> grow(f, a)).code());
    functions.put(
        "fd_filestat_set_size",
        (m, a) -> writable("fd_filestat_set_size", a, f -> resize(f, a[1])).code());
    functions.put(
        "fd_filestat_set_times",
        (m, a) -> writable("fd_filestat_set_times", a, f -> Stat.setTimes(f.path(), a, 1)).code());
  }

  /** Something done to an open file. */
  private interface Action {
    Errno on(OpenFile file) throws IOException;
  }

  private Errno file(long[] a, Action action) {
    Optional<Descriptor> descriptor = descriptors.get(a[0]);
    if (descriptor.isEmpty()) {
      return Errno.BADF;
    }
    if (!(descriptor.get() instanceof OpenFile file)) {
      return descriptor.get() instanceof Folder ? Errno.ISDIR : Errno.SPIPE;
    }
    try {
      return action.on(file);
    } catch (IllegalArgumentException e) {
      return Errno.INVAL;
    } catch (IOException e) {
      return Errno.IO;
    }
  }

  private Errno writable(String function, long[] a, Action action) {
    return file(
        a,
        file -> {
          if (!file.writes()) {
            attempts.add(function, file.name(), false);
            return Errno.NOTCAPABLE;
          }
          descriptors.change();
          return action.on(file);
        });
  }

  private static Errno seek(GuestBytes memory, OpenFile file, long[] a) throws IOException {
    FileChannel channel = file.channel();
    long from =
        switch ((int) a[2]) {
          case 0 -> 0;
          case 1 -> channel.position();
          case 2 -> channel.size();
          default -> throw new IllegalArgumentException("whence");
        };
    channel.position(from + a[1]);
    return tell(memory, file, (int) a[3]);
  }

  private static Errno tell(GuestBytes memory, OpenFile file, int address) throws IOException {
    memory.writeLong(address, file.channel().position());
    return Errno.SUCCESS;
  }

  private static Errno sync(OpenFile file) throws IOException {
    file.channel().force(true);
    return Errno.SUCCESS;
  }

  private static Errno grow(OpenFile file, long[] a) throws IOException {
    if (a[1] < 0 || a[2] <= 0 || a[1] + a[2] < 0) {
      return Errno.INVAL;
    }
    long size = a[1] + a[2];
    return size > file.channel().size() ? resize(file, size) : Errno.SUCCESS;
  }

  private static Errno resize(OpenFile file, long size) throws IOException {
    if (size < 0) {
      return Errno.INVAL;
    }
    if (size <= file.channel().size()) {
      file.channel().truncate(size);
    } else {
      file.channel().write(ByteBuffer.wrap(new byte[1]), size - 1);
    }
    return Errno.SUCCESS;
  }
}

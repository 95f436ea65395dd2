package io.modulecontract.wasi;

import io.modulecontract.abi.Access;
import io.modulecontract.wasi.Descriptor.Folder;
import io.modulecontract.wasi.Descriptor.OpenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What a descriptor is, and which there are. */
final class Details {

  /** What a descriptor may be used for, in the bits of preview 1. */
  private static final long READ_FILE = bits(1, 2, 3, 5, 7, 21, 27);

  private static final long WRITE_FILE = READ_FILE | bits(0, 4, 6, 8, 22, 23);
  private static final long READ_FOLDER = bits(13, 14, 18, 21);
  private static final long WRITE_FOLDER = READ_FOLDER | bits(9, 10, 16, 17, 19, 20, 23, 25, 26);

  private final Descriptors descriptors;

  Details(Descriptors descriptors) {
    this.descriptors = descriptors;
  }

  private static long bits(int... numbers) {
    long bits = 0;
    for (int number : numbers) {
      bits |= 1L << number;
    }
    return bits;
  }

  void register(Map<String, WasiFunction> functions) {
    functions.put("fd_close", (m, a) -> descriptors.close(a[0]).code());
    functions.put("fd_renumber", (m, a) -> descriptors.renumber(a[0], a[1]).code());
    functions.put("fd_prestat_get", (m, a) -> preopen(m, a).code());
    functions.put("fd_prestat_dir_name", (m, a) -> preopenName(m, a).code());
    functions.put("fd_fdstat_get", (m, a) -> status(m, a).code());
    functions.put("fd_fdstat_set_flags", (m, a) -> setFlags(a).code());
    functions.put("fd_filestat_get", (m, a) -> attributes(m, a).code());
    functions.put("fd_readdir", (m, a) -> list(m, a).code());
  }

  /** Asking what is granted is no attempt at anything: every program's start does it. */
  private Errno preopen(GuestBytes memory, long[] a) {
    if (!(descriptors.get(a[0]).orElse(null) instanceof Folder folder) || !folder.preopened()) {
      return Errno.BADF;
    }
    memory.writeInt((int) a[1], 0);
    memory.writeInt((int) a[1] + 4, folder.name().getBytes(StandardCharsets.UTF_8).length);
    return Errno.SUCCESS;
  }

  private Errno preopenName(GuestBytes memory, long[] a) {
    if (!(descriptors.get(a[0]).orElse(null) instanceof Folder folder) || !folder.preopened()) {
      return Errno.BADF;
    }
    byte[] name = folder.name().getBytes(StandardCharsets.UTF_8);
    if (Integer.compareUnsigned((int) a[2], name.length) < 0) {
      return Errno.NAMETOOLONG;
    }
    memory.write((int) a[1], name);
    return Errno.SUCCESS;
  }

  private Errno status(GuestBytes memory, long[] a) {
    Optional<Descriptor> descriptor = descriptors.get(a[0]);
    if (descriptor.isEmpty()) {
      return Errno.BADF;
    }
    byte type = Stat.UNKNOWN;
    int flags = 0;
    long rights = bits(1);
    long inherited = 0;
    if (descriptor.get() instanceof Folder folder) {
      boolean writes = folder.access() == Access.WRITE;
      type = Stat.FOLDER;
      rights = writes ? WRITE_FOLDER : READ_FOLDER;
      inherited = rights | (writes ? WRITE_FILE : READ_FILE);
    } else if (descriptor.get() instanceof OpenFile file) {
      type = Stat.FILE;
      flags = file.flags();
      rights = file.writes() ? WRITE_FILE : READ_FILE;
    } else if (descriptor.get() instanceof Descriptor.Printer) {
      rights = bits(6);
    }
    int at = (int) a[1];
    memory.write(at, new byte[] {type, 0, (byte) flags, 0, 0, 0, 0, 0});
    memory.writeLong(at + 8, rights);
    memory.writeLong(at + 16, inherited);
    return Errno.SUCCESS;
  }

  /** They stay as they are. */
  private Errno setFlags(long[] a) {
    Optional<Descriptor> descriptor = descriptors.get(a[0]);
    int flags = descriptor.orElse(null) instanceof OpenFile file ? file.flags() : 0;
    return descriptor.isEmpty() ? Errno.BADF : flags == (int) a[1] ? Errno.SUCCESS : Errno.NOTSUP;
  }

  private Errno attributes(GuestBytes memory, long[] a) {
    Optional<Descriptor> descriptor = descriptors.get(a[0]);
    if (descriptor.isEmpty()) {
      return Errno.BADF;
    }
    try {
      if (descriptor.get() instanceof OpenFile file) {
        Stat.of(file.path()).write(memory, (int) a[1]);
      } else if (descriptor.get() instanceof Folder folder) {
        Stat.of(folder.place()).write(memory, (int) a[1]);
      } else {
        Stat.STREAM.write(memory, (int) a[1]);
      }
      return Errno.SUCCESS;
    } catch (IOException e) {
      return Errno.IO;
    }
  }

  private Errno list(GuestBytes memory, long[] a) {
    if (!(descriptors.get(a[0]).orElse(null) instanceof Folder folder)) {
      return descriptors.get(a[0]).isEmpty() ? Errno.BADF : Errno.NOTDIR;
    }
    if (a[3] < 0) {
      return Errno.INVAL;
    }
    memory.check((int) a[1], (int) a[2]);
    try {
      byte[] entries = Listing.of(folder.place()).bytes(a[3], (int) a[2]);
      memory.write((int) a[1], entries);
      memory.writeInt((int) a[4], entries.length);
      return Errno.SUCCESS;
    } catch (IOException e) {
      return Errno.IO;
    }
  }
}

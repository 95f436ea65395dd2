package io.modulecontract.wasi;

import io.modulecontract.abi.Access;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Opens a file or a directory at a place that the guest may reach. */
final class Opening {

  private final Descriptors descriptors;

  Opening(Descriptors descriptors) {
    this.descriptors = descriptors;
  }

  /** How a guest wants to open something. */
  record Wish(
      boolean create,
      boolean folder,
      boolean exclusive,
      boolean truncate,
      boolean reads,
      boolean writes,
      int flags) {

    /** From the arguments of {@code path_open}. */
    static Wish of(long[] a) {
      int open = (int) a[4];
      long rights = a[5];
      return new Wish(
          (open & 1) != 0,
          (open & 2) != 0,
          (open & 4) != 0,
          (open & 8) != 0,
          (rights & 1L << 1) != 0,
          // Writing, making room and changing the size.
          (rights & (1L << 6 | 1L << 8 | 1L << 22)) != 0,
          (int) a[7]);
    }

    boolean appends() {
      return (flags & Descriptor.OpenFile.APPEND) != 0;
    }

    /** Whether something on the host may change by it. */
    boolean changes() {
      return create || truncate || writes || appends();
    }

    Set<OpenOption> options() {
      Set<OpenOption> options = new HashSet<>();
      // Whatever was looked at before: what is opened now must not be a link.
      options.add(LinkOption.NOFOLLOW_LINKS);
      if (reads || !changes()) {
        options.add(StandardOpenOption.READ);
      }
      if (changes()) {
        options.add(StandardOpenOption.WRITE);
      }
      if (create) {
        options.add(exclusive ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
      }
      if (truncate) {
        options.add(StandardOpenOption.TRUNCATE_EXISTING);
      }
      return options;
    }
  }

  Errno open(Place place, Access access, String name, Wish wish, GuestBytes memory, int address)
      throws IOException {
    memory.check(address, Integer.BYTES);
    if (descriptors.full()) {
      return Errno.MFILE;
    }
    if (place.host().isEmpty()) {
      if (!place.itself()) {
        return wish.create() ? Errno.NOSPC : Errno.NOENT;
      }
      return folder(place, access, name, wish, memory, address);
    }
    Path path = place.host().get();
    byte type = type(path);
    if (type == Stat.FOLDER) {
      return folder(place, access, name, wish, memory, address);
    }
    if (wish.folder()) {
      return type < 0 ? Errno.NOENT : Errno.NOTDIR;
    }
    FileChannel channel = FileChannel.open(path, wish.options());
    Descriptor file =
        new Descriptor.OpenFile(
            name, path, channel, wish.reads(), wish.writes() || wish.appends(), wish.flags());
    memory.writeInt(address, descriptors.add(file));
    return Errno.SUCCESS;
  }

  private Errno folder(
      Place place, Access access, String name, Wish wish, GuestBytes memory, int address) {
    if (wish.writes() || wish.truncate()) {
      return Errno.ISDIR;
    }
    if (wish.create() && wish.exclusive()) {
      return Errno.EXIST;
    }
    Place inside = new Place(place.host(), true);
    memory.writeInt(address, descriptors.add(new Descriptor.Folder(name, inside, access, false)));
    return Errno.SUCCESS;
  }

  /** Negative when there is nothing. */
  private static byte type(Path path) throws IOException {
    try {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Stat.of(path).type() : -1;
    } catch (NoSuchFileException e) {
      return -1;
    }
  }
}

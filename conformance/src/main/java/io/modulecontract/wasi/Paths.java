package io.modulecontract.wasi;

import io.modulecontract.wasi.Descriptor.Folder;
import io.modulecontract.wasi.Reach.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Everything that names a path: what is done where the name leads. */
final class Paths {

  private final Descriptors descriptors;
  private final Reach reach;
  private final Opening opening;

  Paths(Descriptors descriptors, Attempts attempts) {
    this.descriptors = descriptors;
    reach = new Reach(descriptors, attempts);
    opening = new Opening(descriptors);
  }

  void register(Map<String, WasiFunction> functions) {
    functions.put("path_open", (m, a) -> open(m, a).code());
    functions.put(
        "path_filestat_get",
        (m, a) -> {
          Named named = new Named("path_filestat_get", m, a[0], a[2], a[3]);
          return reach.at(named, false, place -> stat(m, place, (int) a[4])).code();
        });
    functions.put(
        "path_filestat_set_times",
        (m, a) -> {
          Named named = new Named("path_filestat_set_times", m, a[0], a[2], a[3]);
          return reach.change(named, Errno.NOENT, path -> Stat.setTimes(path, a, 4)).code();
        });
    functions.put(
        "path_create_directory",
        (m, a) ->
            reach
                .change(
                    new Named("path_create_directory", m, a[0], a[1], a[2]),
                    Errno.NOSPC,
                    Paths::make)
                .code());
    functions.put(
        "path_remove_directory",
        (m, a) ->
            reach
                .change(
                    new Named("path_remove_directory", m, a[0], a[1], a[2]),
                    Errno.NOENT,
                    Paths::removeFolder)
                .code());
    functions.put(
        "path_unlink_file",
        (m, a) ->
            reach
                .change(
                    new Named("path_unlink_file", m, a[0], a[1], a[2]),
                    Errno.NOENT,
                    Paths::removeFile)
                .code());
    functions.put("path_rename", (m, a) -> rename(m, a).code());
    // A link could lead out of a directory later, so nobody makes or reads one.
    functions.put(
        "path_link", (m, a) -> reach.never(new Named("path_link", m, a[4], a[5], a[6])).code());
    functions.put(
        "path_symlink",
        (m, a) -> reach.never(new Named("path_symlink", m, a[2], a[3], a[4])).code());
    functions.put(
        "path_readlink",
        (m, a) -> reach.never(new Named("path_readlink", m, a[0], a[1], a[2])).code());
  }

  private Errno open(GuestBytes memory, long[] a) {
    Opening.Wish wish = Opening.Wish.of(a);
    Named named = new Named("path_open", memory, a[0], a[2], a[3]);
    return reach.at(
        named,
        wish.changes(),
        place -> {
          Folder from = (Folder) descriptors.get(a[0]).orElseThrow();
          String name = from.name() + "/" + named.name().orElseThrow();
          return opening.open(place, from.access(), name, wish, memory, (int) a[8]);
        });
  }

  private static Errno stat(GuestBytes memory, Place place, int address) throws IOException {
    if (place.host().isEmpty() && !place.itself()) {
      return Errno.NOENT;
    }
    Stat.of(place).write(memory, address);
    return Errno.SUCCESS;
  }

  private static Errno make(Path path) throws IOException {
    Files.createDirectory(path);
    return Errno.SUCCESS;
  }

  private static Errno removeFolder(Path path) throws IOException {
    if (Stat.of(path).type() != Stat.FOLDER) {
      return Errno.NOTDIR;
    }
    Files.delete(path);
    return Errno.SUCCESS;
  }

  private static Errno removeFile(Path path) throws IOException {
    if (Stat.of(path).type() == Stat.FOLDER) {
      return Errno.ISDIR;
    }
    Files.delete(path);
    return Errno.SUCCESS;
  }

  private Errno rename(GuestBytes memory, long[] a) {
    Named from = new Named("path_rename", memory, a[0], a[1], a[2]);
    Named to = new Named("path_rename", memory, a[3], a[4], a[5]);
    return reach.change(
        from, Errno.NOENT, source -> reach.change(to, Errno.NOSPC, target -> move(source, target)));
  }

  private static Errno move(Path source, Path target) throws IOException {
    Files.move(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return Errno.SUCCESS;
  }
}

package io.modulecontract.wasi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The descriptors of one guest: three streams, the granted directories, then what it opens. */
final class Descriptors {

  /** Enough for any honest guest; the host's own are few. */
  private static final int MOST = 256;

  private final List<@Nullable Descriptor> open = new ArrayList<>();
  private boolean changed;

  Descriptors(Grants grants) {
    open.add(new Descriptor.Input("stdin"));
    open.add(new Descriptor.Printer("stdout", grants.stdout()));
    open.add(new Descriptor.Printer("stderr", grants.stderr()));
    for (Preopen directory : grants.directories()) {
      open.add(
          new Descriptor.Folder(directory.guest(), Place.of(directory), directory.access(), true));
    }
  }

  /** Empty when there is none of that number. */
  Optional<Descriptor> get(long number) {
    int index = (int) number;
    return index < 0 || index >= open.size()
        ? Optional.empty()
        : Optional.ofNullable(open.get(index));
  }

  /** What a record calls this number. */
  String name(long number) {
    return get(number).map(Descriptor::name).orElse("descriptor " + (int) number);
  }

  /** Whether the table, or something on the host, is no longer as at the start. */
  boolean changed() {
    return changed;
  }

  /** Remembers that something outside the guest's memory is not as it was. */
  void change() {
    changed = true;
  }

  /** Whether there is no room for another one. */
  boolean full() {
    return open.stream().filter(descriptor -> descriptor != null).count() >= MOST;
  }

  /** The lowest number that is free. */
  int add(Descriptor descriptor) {
    changed = true;
    int free = open.indexOf(null);
    if (free < 0) {
      open.add(descriptor);
      return open.size() - 1;
    }
    open.set(free, descriptor);
    return free;
  }

  Errno close(long number) {
    return with(
        number,
        descriptor -> {
          changed = true;
          open.set((int) number, null);
          return closed(descriptor);
        });
  }

  Errno renumber(long from, long to) {
    return with(
        from,
        moved ->
            with(
                to,
                replaced -> {
                  if (moved == replaced) {
                    return Errno.SUCCESS;
                  }
                  changed = true;
                  open.set((int) to, moved);
                  open.set((int) from, null);
                  return closed(replaced);
                }));
  }

  private Errno with(long number, Function<Descriptor, Errno> action) {
    return get(number).map(action).orElse(Errno.BADF);
  }

  private static Errno closed(Descriptor descriptor) {
    try {
      descriptor.close();
      return Errno.SUCCESS;
    } catch (IOException e) {
      return Errno.IO;
    }
  }

  /** Closes every file; the guest is of no more use. */
  void closeFiles() {
    for (Descriptor descriptor : open) {
      if (descriptor instanceof Descriptor.OpenFile) {
        closed(descriptor);
      }
    }
  }
}

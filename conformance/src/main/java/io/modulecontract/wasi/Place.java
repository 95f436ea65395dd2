package io.modulecontract.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A place under a granted directory, and the one way from it to another: down. A name that leads
 * out of it, or through a link, leads nowhere, whatever the link's target is.
 *
 * @param host where it is on the host; empty in a directory that only the guest sees
 * @param itself whether the name that led here led nowhere else
 */
record Place(Optional<Path> host, boolean itself) {

  private static final int LONGEST = 4096;

  /** The granted directory; a link is followed here, for the host named it. */
  static Place of(Preopen directory) {
    return new Place(directory.host().map(Place::real), true);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** Where a name leads. */
  sealed interface Way {

    /** To a place that may have something in it, or not. */
    record To(Place place) implements Way {}

    /** Nowhere. */
    record Nowhere(Errno errno, boolean escape) implements Way {}
  }

  /** Whether it is a file, a directory, or nothing yet: no pipe, no device. */
  boolean plain() {
    try {
      return host.isEmpty() || List.of(Stat.FILE, Stat.FOLDER).contains(Stat.of(host.get()).type());
    } catch (IOException e) {
      // Whoever uses it is told what is wrong.
      return true;
    }
  }

  /** Follows a name that a guest wrote. */
  Way follow(String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      return new Way.Nowhere(name.isEmpty() ? Errno.NOENT : Errno.INVAL, false);
    }
    if (name.length() > LONGEST) {
      return new Way.Nowhere(Errno.NAMETOOLONG, false);
    }
    if (name.startsWith("/")) {
      return new Way.Nowhere(Errno.NOTCAPABLE, true);
    }
    Deque<String> steps = new ArrayDeque<>();
    for (String step : name.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          return new Way.Nowhere(Errno.NOTCAPABLE, true);
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return host.map(start -> down(start, steps))
        .orElseGet(() -> new Way.To(new Place(Optional.empty(), steps.isEmpty())));
  }

  private Way down(Path start, Deque<String> steps) {
    Path here = start;
    for (String step : steps) {
      try {
        Path one = start.getFileSystem().getPath(step);
        // On some systems one step can name a drive, or hide several.
        if (one.getRoot() != null || one.getNameCount() != 1) {
          return new Way.Nowhere(Errno.NOTCAPABLE, true);
        }
        here = here.resolve(one);
      } catch (InvalidPathException e) {
        return new Way.Nowhere(Errno.INVAL, false);
      }
      if (Files.isSymbolicLink(here)) {
        return new Way.Nowhere(Errno.NOTCAPABLE, true);
      }
    }
    return new Way.To(new Place(Optional.of(here), steps.isEmpty()));
  }
}

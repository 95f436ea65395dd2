package io.modulecontract.binary;

import java.util.OptionalLong;

/** Limits of memories and tables (core specification, section 5.3.14). */
final class LimitsScan {

  private static final long MAX_PAGES = 65_536;

  /** Entries of a table at the start: engines agree on this limit. */
  private static final long MAX_ENTRIES = 10_000_000;

  private final ByteCursor in;

  LimitsScan(ByteCursor in) {
    this.in = in;
  }

  ModuleSpaces.MemoryEntry memory(boolean imported) {
    int at = in.position();
    int flags = in.u8("the limits of a memory");
    if ((flags & 4) != 0 && flags < 16) {
      throw in.unsupported(at, "memory64 (a memory with 64-bit addresses)");
    }
    if ((flags & 8) != 0 && flags < 16) {
      throw in.unsupported(at, "custom page sizes");
    }
    if (flags > 3) {
      throw in.malformed(at, "the limits of a memory (flags 0 to 3)", TypeScan.hex(flags));
    }
    if (flags == 2) {
      throw in.malformed(at, "a maximum for shared memory", "none");
    }
    long initial = pages("the initial pages");
    OptionalLong maximum = OptionalLong.empty();
    if ((flags & 1) != 0) {
      int maximumAt = in.position();
      maximum = OptionalLong.of(pages("the maximum pages"));
      ordered(maximumAt, initial, maximum.getAsLong());
    }
    return new ModuleSpaces.MemoryEntry(initial, maximum, imported, (flags & 2) != 0);
  }

  private long pages(String what) {
    int at = in.position();
    long pages = in.u32(what);
    if (pages > MAX_PAGES) {
      throw in.malformed(at, what + " (at most " + MAX_PAGES + ", 4 GiB)", Long.toString(pages));
    }
    return pages;
  }

  void table() {
    int at = in.position();
    int flags = in.u8("the limits of a table");
    if ((flags & 4) != 0 && flags < 8) {
      throw in.unsupported(at, "memory64 (a table with 64-bit indexes)");
    }
    if ((flags & 2) != 0 && flags < 8) {
      throw in.unsupported(at, "shared-everything threads (a shared table)");
    }
    if (flags > 1) {
      throw in.malformed(at, "the limits of a table (flags 0 or 1)", TypeScan.hex(flags));
    }
    int initialAt = in.position();
    long initial = in.u32("the initial entries");
    if (flags == 1) {
      int maximumAt = in.position();
      ordered(maximumAt, initial, in.u32("the maximum entries"));
    }
    if (initial > MAX_ENTRIES) {
      throw in.unsupported(
          initialAt, "a table of more than " + MAX_ENTRIES + " entries (" + initial + ")");
    }
  }

  private void ordered(int at, long initial, long maximum) {
    if (maximum < initial) {
      throw in.malformed(
          at,
          "a maximum of at least the initial " + initial,
          "size minimum must not be greater than maximum (" + maximum + ")");
    }
  }
}

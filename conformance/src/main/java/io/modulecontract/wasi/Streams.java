package io.modulecontract.wasi;

import io.modulecontract.wasi.Descriptor.Folder;
import io.modulecontract.wasi.Descriptor.Input;
import io.modulecontract.wasi.Descriptor.OpenFile;
import io.modulecontract.wasi.Descriptor.Printer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** Reading and writing by descriptor. */
final class Streams {

  /** What is printed beyond this is counted and thrown away: no guest fills a disk or a log. */
  static final long MOST_PRINTED = 16 << 20;

  private static final long HERE = -1;

  private final Grants grants;
  private final Descriptors descriptors;
  private final Attempts attempts;
  private long printed;

  Streams(Grants grants, Descriptors descriptors, Attempts attempts) {
    this.grants = grants;
    this.descriptors = descriptors;
    this.attempts = attempts;
  }

  void register(Map<String, WasiFunction> functions) {
    functions.put("fd_read", (m, a) -> read("fd_read", m, a, HERE, a[3]).code());
    functions.put("fd_pread", (m, a) -> read("fd_pread", m, a, a[3], a[4]).code());
    functions.put("fd_write", (m, a) -> write("fd_write", m, a, HERE, a[3]).code());
    functions.put("fd_pwrite", (m, a) -> write("fd_pwrite", m, a, a[3], a[4]).code());
  }

  long printed() {
    return printed;
  }

  private Errno read(String function, GuestBytes memory, long[] a, long offset, long count) {
    if (offset < HERE || (offset == HERE && function.equals("fd_pread"))) {
      return Errno.INVAL;
    }
    Optional<Descriptor> descriptor = descriptors.get(a[0]);
    if (descriptor.isEmpty() || descriptor.get() instanceof Printer) {
      return Errno.BADF;
    }
    if (descriptor.get() instanceof Folder) {
      return Errno.ISDIR;
    }
    Optional<Buffers> buffers = Buffers.of(memory, a[1], a[2]);
    if (buffers.isEmpty()) {
      return Errno.INVAL;
    }
    if (descriptor.get() instanceof Input) {
      attempts.add(function, "stdin", grants.stdin());
      memory.writeInt((int) count, 0);
      return offset == HERE ? Errno.SUCCESS : Errno.SPIPE;
    }
    OpenFile file = (OpenFile) descriptor.get();
    if (!file.reads()) {
      attempts.add(function, file.name(), false);
      return Errno.NOTCAPABLE;
    }
    try {
      memory.writeInt((int) count, fill(memory, buffers.get(), file, offset));
      return Errno.SUCCESS;
    } catch (IOException e) {
      return Errno.IO;
    }
  }

  private static int fill(GuestBytes memory, Buffers buffers, OpenFile file, long offset)
      throws IOException {
    int done = 0;
    for (Buffers.Range range : buffers.ranges()) {
      ByteBuffer bytes = ByteBuffer.allocate(range.length());
      int read =
          offset == HERE ? file.channel().read(bytes) : file.channel().read(bytes, offset + done);
      if (read > 0) {
        memory.write(range.address(), bytes.array(), 0, read);
        done += read;
      }
      if (read < range.length()) {
        break;
      }
    }
    return done;
  }

  private Errno write(String function, GuestBytes memory, long[] a, long offset, long count) {
    if (offset < HERE || (offset == HERE && function.equals("fd_pwrite"))) {
      return Errno.INVAL;
    }
    Optional<Descriptor> descriptor = descriptors.get(a[0]);
    if (descriptor.isEmpty() || descriptor.get() instanceof Input) {
      return Errno.BADF;
    }
    if (descriptor.get() instanceof Folder) {
      return Errno.ISDIR;
    }
    Optional<Buffers> buffers = Buffers.of(memory, a[1], a[2]);
    if (buffers.isEmpty()) {
      return Errno.INVAL;
    }
    try {
      if (descriptor.get() instanceof Printer printer) {
        attempts.add(function, printer.name(), printer.output().grant().given());
        if (offset != HERE) {
          return Errno.SPIPE;
        }
        print(memory, buffers.get(), printer);
      } else {
        OpenFile file = (OpenFile) descriptor.get();
        if (!file.writes()) {
          attempts.add(function, file.name(), false);
          return Errno.NOTCAPABLE;
        }
        store(memory, buffers.get(), file, offset);
      }
    } catch (IOException e) {
      return Errno.IO;
    }
    memory.writeInt((int) count, buffers.get().total());
    return Errno.SUCCESS;
  }

  /** What goes nowhere is counted, not copied. */
  private void print(GuestBytes memory, Buffers buffers, Printer printer) throws IOException {
    printed += buffers.total();
    if (printer.output().grant() != Grant.REAL) {
      return;
    }
    if (printed > MOST_PRINTED) {
      attempts.add("fd_write", printer.name() + " beyond " + MOST_PRINTED + " bytes", false);
      return;
    }
    for (Buffers.Range range : buffers.ranges()) {
      printer.output().stream().write(memory.readBytes(range.address(), range.length()));
    }
    printer.output().stream().flush();
  }

  private void store(GuestBytes memory, Buffers buffers, OpenFile file, long offset)
      throws IOException {
    descriptors.change();
    long at = offset;
    for (Buffers.Range range : buffers.ranges()) {
      ByteBuffer bytes = ByteBuffer.wrap(memory.readBytes(range.address(), range.length()));
      if (file.appends()) {
        file.channel().position(file.channel().size());
      }
      while (bytes.hasRemaining()) {
        if (offset == HERE) {
          file.channel().write(bytes);
        } else {
          at += file.channel().write(bytes, at);
        }
      }
    }
  }
}

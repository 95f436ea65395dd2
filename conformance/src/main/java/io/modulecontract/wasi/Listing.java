package io.modulecontract.wasi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in a directory, by name, so that every run sees the same order.
 *
 * @param place the directory
 * @param names what is in it
 */
record Listing(Place place, List<String> names) {

  private static final int HEAD = 24;

  static Listing of(Place place) throws IOException {
    if (place.host().isEmpty()) {
      return new Listing(place, List.of());
    }
    try (Stream<Path> entries = Files.list(place.host().get())) {
      return new Listing(
          place, entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList());
    }
  }

  /** The entries from a position on, cut to the guest's buffer. */
  byte[] bytes(long from, int most) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long i = from; i < names.size() + 2L && out.size() < most; i++) {
      byte[] name =
          (i == 0 ? "." : i == 1 ? ".." : names.get((int) i - 2)).getBytes(StandardCharsets.UTF_8);
      byte type = i < 2 ? Stat.FOLDER : type(names.get((int) i - 2));
      ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
      head.putLong(0, i + 1).putInt(16, name.length).put(20, type);
      out.writeBytes(head.array());
      out.writeBytes(name);
    }
    byte[] all = out.toByteArray();
    return all.length <= most ? all : java.util.Arrays.copyOf(all, most);
  }

  /** It may be gone since the names were read. */
  private byte type(String name) {
    Optional<Path> host = place.host();
    try {
      return host.isPresent() ? Stat.of(host.get().resolve(name)).type() : Stat.UNKNOWN;
    } catch (IOException e) {
      return Stat.UNKNOWN;
    }
  }
}

package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects mutants of one stream. Places are those of the array that holds it. */
final class Mutants {

  private static final long LARGE_METADATA = 512L << 20;

  /** What a memory of usual size has room for: who believes it does get so much. */
  private static final long MODERATE = 8L << 20;

  private final SoundStream stream;
  private final List<Mutant> all = new ArrayList<>();

  Mutants(SoundStream stream) {
    this.stream = stream;
  }

  SoundStream stream() {
    return stream;
  }

  List<Mutant> all() {
    return all;
  }

  void replace(MutantKind kind, String words, int from, int to, byte... inserted) {
    all.add(new Mutant(stream, kind, words, from - stream.from(), to - stream.from(), inserted));
  }

  /** One number of some bytes is another; nothing happens if the place is negative. */
  void number(MutantKind kind, String words, int at, int width, long value) {
    if (at < 0) {
      return;
    }
    long before = LittleEndian.number(stream.bytes(), at, width, true);
    byte[] bytes = new byte[width];
    LittleEndian.putNumber(bytes, 0, width, value);
    long after = LittleEndian.number(bytes, 0, width, true);
    if (before != after) {
      replace(kind, words + ": " + after + " instead of " + before, at, at + width, bytes);
    }
  }

  /** One number after the other is told instead of the right one. */
  void lies(MutantKind kind, String words, int at, int width) {
    if (at < 0) {
      return;
    }
    long right = LittleEndian.number(stream.bytes(), at, width, true);
    Set<Long> lies =
        new LinkedHashSet<>(
            List.of(0L, 1L, -1L, right - 1, right + 1, right - 8, right + 8, 2 * right));
    lies.addAll(List.of((long) Integer.MAX_VALUE, 1L << 31, LARGE_METADATA, MODERATE));
    if (width == 8) {
      lies.addAll(
          List.of(0xFFFF_FFFFL, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, right + (1L << 32)));
    }
    lies.forEach(lie -> number(kind, words, at, width, lie));
  }
}

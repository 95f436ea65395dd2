package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects mutants of one stream. Places are those of the array that holds it. */
final class Mutants {

  private static final long LARGE_METADATA = 512L << 20;

  /** What a memory of usual size has room for: who believes it does get so much. */
  private static final long MODERATE = 8L << 20;

  /** So many of the lies fit into any number. */
  private static final int OF_FOUR_BYTES = 12;

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
    int first = from - stream.from();
    all.add(new Mutant(stream, kind, () -> words, first, to - stream.from(), inserted));
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
      int from = at - stream.from();
      // Of hundreds of mutants one or two are told of: only these need their words.
      Supplier<String> told = () -> words + ": " + after + " instead of " + before;
      all.add(new Mutant(stream, kind, told, from, from + width, bytes));
    }
  }

  /** One number after the other is told instead of the right one, each once. */
  void lies(MutantKind kind, String words, int at, int width) {
    if (at < 0) {
      return;
    }
    long right = LittleEndian.number(stream.bytes(), at, width, true);
    long[] lies = {
      0,
      1,
      -1,
      right - 1,
      right + 1,
      right - 8,
      right + 8,
      2 * right,
      Integer.MAX_VALUE,
      1L << 31,
      LARGE_METADATA,
      MODERATE,
      // Of eight bytes, these as well.
      0xFFFF_FFFFL,
      1L << 32,
      Long.MAX_VALUE,
      Long.MIN_VALUE,
      right + (1L << 32)
    };
    int count = width == Long.BYTES ? lies.length : OF_FOUR_BYTES;
    for (int i = 0; i < count; i++) {
      if (isFirst(lies, i)) {
        number(kind, words, at, width, lies[i]);
      }
    }
  }

  private static boolean isFirst(long[] lies, int at) {
    for (int i = 0; i < at; i++) {
      if (lies[i] == lies[at]) {
        return false;
      }
    }
    return true;
  }
}

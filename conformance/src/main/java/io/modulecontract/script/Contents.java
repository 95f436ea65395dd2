package io.modulecontract.script;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Smaller contents of the same kind: what was valid text stays so, and what was not, too. */
final class Contents {

  /** What is longer is made of repetitions and loses those first. */
  private static final int MOST_CUT = 4_096;

  /** So many places of one size are tried to be left out. */
  private static final int CUTS = 64;

  private Contents() {}

  /** Smaller ones, the much smaller ones first; each is made when it is asked for. */
  static List<Supplier<Optional<Content>>> smaller(Content content) {
    List<Supplier<Optional<Content>>> smaller = new ArrayList<>();
    Kind kind = Kind.of(content.bytes());
    if (StreamText.begins(content.unit())) {
      for (Supplier<byte[]> table : Streams.smaller(content.bytes())) {
        smaller.add(() -> alike(content, kind, Content.of(table.get())));
      }
      if (Streams.kind(content.bytes()) != Streams.Kind.FLAWED) {
        return smaller;
      }
    }
    for (int times : fewer(content.times())) {
      smaller.add(() -> alike(content, kind, content.repeated(times)));
    }
    if (content.times() <= 1 || content.length() <= MOST_CUT) {
      for (int size = content.length(); size > 0; size /= 2) {
        int step = Math.max(size, content.length() / CUTS);
        for (int from = 0; from < content.length(); from += step) {
          int start = from;
          int end = Math.min(content.length(), from + size);
          smaller.add(() -> alike(content, kind, without(content.bytes(), start, end)));
        }
      }
    }
    return smaller;
  }

  /** Once and twice, then less and less is left out: so a length that matters is soon found. */
  private static int[] fewer(int times) {
    return IntStream.concat(
            IntStream.of(1, 2).filter(it -> it < times),
            IntStream.iterate(times / 2, cut -> cut > 0, cut -> cut / 2).map(cut -> times - cut))
        .distinct()
        .toArray();
  }

  private static Optional<Content> alike(Content content, Kind kind, Content smaller) {
    boolean fine = smaller.length() < content.length() && Kind.of(smaller.bytes()).equals(kind);
    return fine ? Optional.of(smaller) : Optional.empty();
  }

  private static Content without(byte[] all, int from, int to) {
    byte[] rest = Arrays.copyOf(all, all.length - (to - from));
    System.arraycopy(all, to, rest, from, all.length - to);
    return Content.of(rest);
  }

  /**
   * What a content is as a parameter.
   *
   * @param text whether it is UTF-8
   * @param ends whether its last byte is NUL
   * @param inside whether there is a NUL before
   * @param stream what it is as a stream of tables
   */
  private record Kind(boolean text, boolean ends, boolean inside, Streams.Kind stream) {

    static Kind of(byte[] bytes) {
      Streams.Kind stream = Streams.kind(bytes);
      if (stream != Streams.Kind.NONE) {
        // Where its bytes are NUL, or text, is of no account.
        return new Kind(false, false, false, stream);
      }
      int last = bytes.length - 1;
      boolean inside = false;
      for (int i = 0; i < last; i++) {
        inside |= bytes[i] == 0;
      }
      return new Kind(isText(bytes), last >= 0 && bytes[last] == 0, inside, stream);
    }

    private static boolean isText(byte[] bytes) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        return true;
      } catch (CharacterCodingException e) {
        return false;
      }
    }
  }
}

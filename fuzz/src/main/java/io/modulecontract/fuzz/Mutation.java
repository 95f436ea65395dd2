package io.modulecontract.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes inputs at random. */
final class Mutation {

  private static final int MOST_AT_ONCE = 4;
  private static final int LONGEST = 4_096;

  private final SplittableRandom random;
  private final List<byte[]> words;

  /**
   * @param words what the module has written down
   */
  Mutation(SplittableRandom random, List<byte[]> words) {
    this.random = random;
    this.words = words;
  }

  /** The one, changed; the other may lend some bytes. */
  byte[] of(byte[] one, byte[] other) {
    byte[] changed = one;
    for (int i = random.nextInt(1, MOST_AT_ONCE); i > 0; i--) {
      changed = step(changed, other);
    }
    return changed.length > LONGEST ? Arrays.copyOf(changed, LONGEST) : changed;
  }

  private byte[] step(byte[] bytes, byte[] other) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(7)) {
      case 0 -> replaced(bytes, at, new byte[] {(byte) random.nextInt()});
      case 1 -> flipped(bytes);
      case 2 -> spliced(bytes, at, 0, random());
      case 3 -> spliced(bytes, at, random.nextInt(1, 9), new byte[0]);
      case 4 -> word(bytes, at);
      case 5 -> spliced(bytes, at, 0, part(other));
      default -> spliced(bytes, bytes.length, 0, part(other));
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return changed;
  }

  private byte[] word(byte[] bytes, int at) {
    if (words.isEmpty()) {
      return bytes;
    }
    byte[] word = words.get(random.nextInt(words.size()));
    return random.nextBoolean() ? replaced(bytes, at, word) : spliced(bytes, at, 0, word);
  }

  private byte[] random() {
    byte[] more = new byte[random.nextInt(1, 9)];
    random.nextBytes(more);
    return more;
  }

  private byte[] part(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, random.nextInt(from, bytes.length) + 1);
  }

  private static byte[] replaced(byte[] bytes, int at, byte[] with) {
    return spliced(bytes, at, with.length, with);
  }

  private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(with);
    int from = Math.min(bytes.length, at + without);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }
}

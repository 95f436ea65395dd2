package io.modulecontract.arrow;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes malformed streams of a valid one, knowing the format. */
public final class StreamMutator {

  private static final int MOST_BITS = 3;
  private static final int MOST_MOVED = 64;

  private final SoundStream stream;
  private final List<Mutant> lies;

  /** Mutants of this stream, whose bytes may not change as long as they are in use. */
  public StreamMutator(SoundStream stream) {
    this.stream = stream;
    Mutants mutants = new Mutants(stream);
    CutMutants.into(mutants);
    OrderMutants.into(mutants);
    MetadataMutants.into(mutants);
    FieldMutants.into(mutants);
    BodyMutants.into(mutants);
    this.lies = List.copyOf(mutants.all());
  }

  /** Each cut, lie and move once. Their bytes are made when they are asked for. */
  public List<Mutant> all() {
    return lies;
  }

  /** One of all, or damage by chance; the same state of the random numbers gives the same one. */
  public Mutant random(SplittableRandom random) {
    return random.nextInt(4) == 0 ? damaged(random) : lies.get(random.nextInt(lies.size()));
  }

  /** Bits flipped, bytes copied over others, left out, or put in. */
  public Mutant damaged(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> copied(random);
      case 1 -> leftOut(random);
      case 2 -> putIn(random);
      default -> flipped(random);
    };
  }

  private Mutant flipped(SplittableRandom random) {
    // Half of them hit metadata, which is the smaller part of a large stream.
    int from = 0;
    int to = stream.length();
    if (random.nextBoolean()) {
      MessageParts message = stream.messages().get(random.nextInt(stream.messages().size()));
      from = message.start() - stream.from();
      to = message.body() - stream.from();
    }
    int bits = 1 + random.nextInt(MOST_BITS);
    int at = random.nextInt(from, to);
    int end = Math.min(at + 8, to);
    byte[] changed = bytes(at, end);
    for (int i = 0; i < bits; i++) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return mutant("bits flipped at byte " + at, at, end, changed);
  }

  private Mutant copied(SplittableRandom random) {
    int length = length(random);
    int from = random.nextInt(stream.length() - length + 1);
    int to = random.nextInt(stream.length() - length + 1);
    String words = length + " bytes of byte " + from + " copied to byte " + to;
    return mutant(words, to, to + length, bytes(from, from + length));
  }

  private Mutant leftOut(SplittableRandom random) {
    int length = length(random);
    int at = random.nextInt(stream.length() - length + 1);
    return mutant(length + " bytes left out at byte " + at, at, at + length);
  }

  private Mutant putIn(SplittableRandom random) {
    int at = random.nextInt(stream.length());
    byte[] bytes = new byte[length(random)];
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
    }
    return mutant(bytes.length + " bytes put in at byte " + at, at, at, bytes);
  }

  private int length(SplittableRandom random) {
    int most = Math.min(MOST_MOVED, stream.length() / 2);
    int length = 1 + random.nextInt(most);
    return random.nextBoolean() ? Math.max(1, length & -8) : length;
  }

  private Mutant mutant(String words, int from, int to, byte... inserted) {
    return new Mutant(stream, MutantKind.DAMAGE, () -> words, from, to, inserted);
  }

  private byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(stream.bytes(), stream.from() + from, stream.from() + to);
  }
}

package io.modulecontract.arrow;

import java.util.function.Supplier;

/**
 * A stream that was valid before some of its bytes were replaced. It may still be valid: {@link
 * #malformed} and {@link #endless} tell.
 */
public final class Mutant {

  private final SoundStream origin;
  private final MutantKind kind;
  private final Supplier<String> words;
  private final int from;
  private final int to;
  private final byte[] inserted;

  /**
   * A mutant.
   *
   * @param words tells what was done, when somebody asks
   * @param from where in the stream the replaced bytes begin
   * @param to where they end
   * @param inserted what comes in their place; not copied
   */
  Mutant(
      SoundStream origin,
      MutantKind kind,
      Supplier<String> words,
      int from,
      int to,
      byte... inserted) {
    this.origin = origin;
    this.kind = kind;
    this.words = words;
    this.from = from;
    this.to = to;
    this.inserted = inserted;
  }

  /** What was done. */
  public MutantKind kind() {
    return kind;
  }

  /** What was done, and where: "batch 1, column `title`, null count: -1 instead of 2". */
  public String words() {
    return words.get();
  }

  /** How many bytes there are. */
  public int length() {
    return origin.length() - (to - from) + inserted.length;
  }

  /** All of them, made anew. */
  public byte[] bytes() {
    byte[] made = new byte[length()];
    System.arraycopy(origin.bytes(), origin.from(), made, 0, from);
    System.arraycopy(inserted, 0, made, from, inserted.length);
    int behind = origin.length() - to;
    System.arraycopy(origin.bytes(), origin.from() + to, made, from + inserted.length, behind);
    return made;
  }

  /** What the suite's own reader makes of it, where a stream must have its end marker. */
  public StreamReading reading() {
    return StreamReader.read(bytes());
  }

  /**
   * Whether a guest must reject it (ARROW-03), for it has a flaw that {@link FlawKind#malformed is
   * one for every reader}.
   */
  public boolean malformed() {
    return malformed(reading());
  }

  static boolean malformed(StreamReading reading) {
    return reading instanceof StreamReading.Flawed flawed && flawed.flaw().kind().malformed();
  }

  /** Whether nothing is wrong but that the end marker is missing (ARROW-08). */
  public boolean endless() {
    return endless(reading());
  }

  static boolean endless(StreamReading reading) {
    return reading instanceof StreamReading.Flawed flawed
        && flawed.flaw().kind() == FlawKind.NO_END;
  }

  @Override
  public String toString() {
    return words.get();
  }
}

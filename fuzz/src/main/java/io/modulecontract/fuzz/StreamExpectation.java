package io.modulecontract.fuzz;

import io.modulecontract.arrow.FlawKind;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.payload.StreamTables;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.spec.Clause;

/** What the contract lets a function answer to two streams. */
final class StreamExpectation {

  private final StreamTables tables;

  StreamExpectation(StreamTables tables) {
    this.tables = tables;
  }

  /**
   * An answer, and the clause that is broken by another one.
   *
   * @param expected what may be answered
   * @param clause the clause that says so
   */
  record Answer(Expected expected, Clause clause) {

    /** A stream that nobody looked at: either answer is fine, a trap is not. */
    static final Answer OPEN = new Answer(Expected.EITHER, Clause.ARROW_02);
  }

  /** What a stream is to a function. */
  private enum Standing {
    /** A stream of the declared schema. */
    FITS,
    /** Sound, and of another schema. */
    OTHER,
    /** It has no end marker. */
    ENDLESS,
    /** More than this suite's reader looks at. */
    BEYOND,
    /** It is no stream. */
    MALFORMED
  }

  /**
   * The answer to two streams.
   *
   * @param made whether they are as they were made; of what was changed and is a stream all the
   *     same, only a trap counts
   */
  Answer of(Content meta, Content data, boolean made) {
    // The declared commands are in nearly every program, and need not be read anew.
    boolean known = tables.commands().stream().anyMatch(command -> command.meta().equals(meta));
    Standing first = known ? Standing.FITS : standing(meta, tables.meta());
    Standing second = standing(data, tables.data());
    if (first == Standing.MALFORMED || second == Standing.MALFORMED) {
      return new Answer(Expected.REJECTED, Clause.ARROW_03);
    }
    if (first == Standing.BEYOND || second == Standing.BEYOND) {
      return Answer.OPEN;
    }
    if (first == Standing.ENDLESS || second == Standing.ENDLESS) {
      return new Answer(Expected.REJECTED, Clause.ARROW_08);
    }
    if (!made) {
      return Answer.OPEN;
    }
    if (first == Standing.OTHER || second == Standing.OTHER) {
      return new Answer(Expected.REJECTED, Clause.ARROW_04);
    }
    return known ? new Answer(Expected.SERVED, Clause.ARROW_02) : Answer.OPEN;
  }

  private static Standing standing(Content content, TableSchema schema) {
    StreamReading reading = StreamReader.read(content.bytes());
    if (reading instanceof SoundStream sound) {
      return sound.schema().equals(schema) ? Standing.FITS : Standing.OTHER;
    }
    FlawKind flaw = ((StreamReading.Flawed) reading).flaw().kind();
    if (flaw.malformed()) {
      return Standing.MALFORMED;
    }
    return flaw == FlawKind.NO_END ? Standing.ENDLESS : Standing.BEYOND;
  }
}

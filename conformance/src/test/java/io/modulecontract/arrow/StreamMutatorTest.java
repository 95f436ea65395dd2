package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamMutatorTest {

  /** What is wrong whatever the rest of the stream is like. */
  private static final Set<MutantKind> ALWAYS =
      EnumSet.of(
          MutantKind.CUT,
          MutantKind.TEXT,
          MutantKind.ORDER,
          MutantKind.NOT_SERVED,
          MutantKind.BEHIND_END,
          MutantKind.FIELD,
          MutantKind.NULL_COUNT);

  /** What came of reading a mutant: a hundred thousand are read, so each only once. */
  private record Read(MutantKind kind, String words, boolean malformed, boolean endless) {

    static Read of(Mutant mutant) {
      StreamReading reading = mutant.reading();
      return new Read(
          mutant.kind(), mutant.words(), Mutant.malformed(reading), Mutant.endless(reading));
    }
  }

  private static List<SoundStream> streams = List.of();
  private static List<Read> mutants = List.of();

  @BeforeAll
  static void readEveryMutant() {
    streams = streams();
    List<Read> read = new ArrayList<>();
    for (SoundStream stream : streams) {
      for (Mutant mutant : new StreamMutator(stream).all()) {
        read.add(Read.of(mutant));
      }
    }
    mutants = List.copyOf(read);
  }

  private static List<SoundStream> streams() {
    List<SoundStream> streams = new ArrayList<>();
    for (TableSchema schema : List.of(Schemas.documents(), Schemas.everything())) {
      for (GeneratedTable made : new TableGenerator(schema).edges()) {
        byte[] stream = StreamWriter.write(made.table(), StreamLayout.PLAIN);
        if (made.table().batches().size() < 10 && made.table().rowCount() < 40) {
          streams.add(assertInstanceOf(SoundStream.class, StreamReader.read(stream)));
        }
      }
    }
    return List.copyOf(streams);
  }

  @Test
  void whatIsAlwaysWrongIsFoundFlawed() {
    for (Read mutant : mutants) {
      if (ALWAYS.contains(mutant.kind())) {
        assertTrue(mutant.malformed(), mutant::words);
      }
    }
  }

  @Test
  void nearlyAllLiesAreFound() {
    long believed = mutants.stream().filter(it -> !it.malformed() && !it.endless()).count();
    // The rest are streams, too: a longer buffer where there is room, an offset within its text.
    assertTrue(believed < mutants.size() / 10, believed + " of " + mutants.size());
  }

  @Test
  void makesEveryKind() {
    Set<MutantKind> kinds = EnumSet.noneOf(MutantKind.class);
    mutants.stream().filter(Read::malformed).forEach(mutant -> kinds.add(mutant.kind()));
    assertEquals(EnumSet.complementOf(EnumSet.of(MutantKind.CUT_BETWEEN_MESSAGES)), kinds);
  }

  /** Metadata that is said to be longer may swallow the end marker, too. */
  @Test
  void aCutBetweenMessagesMissesNothingButTheEnd() {
    for (Read mutant : mutants) {
      if (mutant.kind() == MutantKind.CUT_BETWEEN_MESSAGES) {
        assertTrue(mutant.endless(), mutant::words);
      } else if (mutant.kind() != MutantKind.MESSAGE_LENGTH) {
        assertFalse(mutant.endless(), mutant::words);
      }
    }
  }

  @Test
  void aMutantAnswersAsItsReadingDoes() {
    for (Mutant mutant : new StreamMutator(streams.get(4)).all()) {
      StreamReading reading = mutant.reading();
      assertEquals(Mutant.malformed(reading), mutant.malformed(), mutant::words);
      assertEquals(Mutant.endless(reading), mutant.endless(), mutant::words);
      assertFalse(mutant.endless() && mutant.malformed(), mutant::words);
    }
  }

  @Test
  void eachMutantDiffersFromTheStreamAndKnowsItsLength() {
    SoundStream stream = streams.get(4);
    byte[] before = Arrays.copyOf(stream.bytes(), stream.length());
    for (Mutant mutant : new StreamMutator(stream).all()) {
      byte[] bytes = mutant.bytes();
      assertEquals(mutant.length(), bytes.length, mutant::words);
      assertNotEquals(0, Arrays.compare(before, bytes), mutant::words);
    }
    assertArrayEquals(before, stream.bytes(), "the stream itself was changed");
  }

  @Test
  void theSameSeedGivesTheSameMutants() {
    StreamMutator mutator = new StreamMutator(streams.get(4));
    SplittableRandom one = new SplittableRandom(3);
    SplittableRandom other = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      assertArrayEquals(mutator.random(one).bytes(), mutator.random(other).bytes());
    }
  }
}

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
          MutantKind.NULL_COUNT);

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
    return streams;
  }

  @Test
  void whatIsAlwaysWrongIsFoundFlawed() {
    for (SoundStream stream : streams()) {
      for (Mutant mutant : new StreamMutator(stream).all()) {
        if (ALWAYS.contains(mutant.kind())) {
          assertTrue(mutant.malformed(), mutant::words);
        }
      }
    }
  }

  @Test
  void nearlyAllLiesAreFound() {
    int lies = 0;
    int believed = 0;
    for (SoundStream stream : streams()) {
      for (Mutant mutant : new StreamMutator(stream).all()) {
        lies++;
        believed += mutant.malformed() || mutant.endless() ? 0 : 1;
      }
    }
    // The rest are streams, too: a longer buffer where there is room, an offset within its text.
    assertTrue(believed < lies / 10, believed + " of " + lies);
  }

  @Test
  void makesEveryKind() {
    Set<MutantKind> kinds = EnumSet.noneOf(MutantKind.class);
    for (SoundStream stream : streams()) {
      new StreamMutator(stream)
          .all().stream().filter(Mutant::malformed).forEach(mutant -> kinds.add(mutant.kind()));
    }
    assertEquals(EnumSet.complementOf(EnumSet.of(MutantKind.CUT_BETWEEN_MESSAGES)), kinds);
  }

  /** Metadata that is said to be longer may swallow the end marker, too. */
  @Test
  void aCutBetweenMessagesMissesNothingButTheEnd() {
    for (SoundStream stream : streams()) {
      for (Mutant mutant : new StreamMutator(stream).all()) {
        if (mutant.kind() == MutantKind.CUT_BETWEEN_MESSAGES) {
          assertTrue(mutant.endless(), mutant::words);
        } else if (mutant.kind() != MutantKind.MESSAGE_LENGTH) {
          assertFalse(mutant.endless(), mutant::words);
        }
        assertFalse(mutant.endless() && mutant.malformed(), mutant::words);
      }
    }
  }

  @Test
  void eachMutantDiffersFromTheStreamAndKnowsItsLength() {
    SoundStream stream = streams().get(4);
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
    StreamMutator mutator = new StreamMutator(streams().get(4));
    SplittableRandom one = new SplittableRandom(3);
    SplittableRandom other = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      assertArrayEquals(mutator.random(one).bytes(), mutator.random(other).bytes());
    }
  }
}

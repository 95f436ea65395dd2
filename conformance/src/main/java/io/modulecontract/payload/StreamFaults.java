package io.modulecontract.payload;

import io.modulecontract.arrow.Mutant;
import io.modulecontract.arrow.MutantKind;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamMutator;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.script.Content;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls of which one stream is malformed, and the other as it was. */
public final class StreamFaults {

  /** Lies about how much there is: whoever believes them asks for memory. */
  private static final Set<MutantKind> LENGTHS =
      EnumSet.of(
          MutantKind.MESSAGE_LENGTH,
          MutantKind.COUNT,
          MutantKind.NULL_COUNT,
          MutantKind.BUFFER,
          MutantKind.OFFSET,
          MutantKind.VIEW);

  /** Of one kind, so many are far enough from each other. */
  private static final int OF_A_KIND = 24;

  private static final int DATA = 1;

  private StreamFaults() {}

  /**
   * Every lie once for each of the two streams, or some of each kind; then damage by chance.
   *
   * @param most how many of each kind at most
   */
  public static List<Parameters> of(Parameters valid, SplittableRandom random, int most) {
    List<Parameters> faults = new ArrayList<>();
    for (OneOfThem one : OneOfThem.each(valid)) {
      faults.addAll(one.lies(EnumSet.allOf(MutantKind.class), most));
      faults.addAll(one.damaged(random, most));
    }
    return faults;
  }

  /** Lies about lengths and counts alone. */
  public static List<Parameters> ofLengths(Parameters valid) {
    return of(valid, LENGTHS, 4 * OF_A_KIND);
  }

  /** Every lie about where the metadata has a field: each is about another thing to look at. */
  public static List<Parameters> ofFields(Parameters valid) {
    return of(valid, Set.of(MutantKind.FIELD), Integer.MAX_VALUE);
  }

  /** Some lies of each kind about the data alone, those about fields among them. */
  public static List<Parameters> ofData(Parameters valid, int most) {
    return OneOfThem.of(valid, DATA).lies(EnumSet.allOf(MutantKind.class), most);
  }

  private static List<Parameters> of(Parameters valid, Set<MutantKind> kinds, int most) {
    return OneOfThem.each(valid).stream().flatMap(one -> one.lies(kinds, most).stream()).toList();
  }

  /**
   * The stream that is spoiled.
   *
   * @param valid the call as it was
   * @param area which of its parameters the stream is
   * @param mutator what can be done to the stream
   */
  private record OneOfThem(Parameters valid, int area, StreamMutator mutator) {

    static List<OneOfThem> each(Parameters valid) {
      return IntStream.range(0, valid.contents().size()).mapToObj(area -> of(valid, area)).toList();
    }

    static OneOfThem of(Parameters valid, int area) {
      return new OneOfThem(valid, area, mutator(valid.contents().get(area)));
    }

    private static StreamMutator mutator(Content content) {
      if (StreamReader.read(content.bytes()) instanceof SoundStream sound) {
        return new StreamMutator(sound);
      }
      throw new IllegalStateException(
          "a stream of our own is none: " + StreamReader.read(content.bytes()));
    }

    /** So many of each kind at most, at even distances: neighbours are alike. */
    List<Parameters> lies(Set<MutantKind> kinds, int most) {
      List<Mutant> lies = new ArrayList<>();
      List<Mutant> mutants = mutator.all();
      for (MutantKind kind : kinds) {
        List<Mutant> all = mutants.stream().filter(it -> it.kind() == kind).toList();
        double step = Math.max(1, all.size() / (double) most);
        for (double at = 0; at < all.size(); at += step) {
          lies.add(all.get((int) at));
        }
      }
      return malformed(lies);
    }

    List<Parameters> damaged(SplittableRandom random, int most) {
      return malformed(Stream.generate(() -> mutator.damaged(random)).limit(most).toList());
    }

    private List<Parameters> malformed(List<Mutant> mutants) {
      return mutants.stream()
          .filter(Mutant::malformed)
          .map(mutant -> valid.with(area, Content.of(mutant.bytes())))
          .toList();
    }
  }
}

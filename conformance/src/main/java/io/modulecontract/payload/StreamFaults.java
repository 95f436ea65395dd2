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

  private StreamFaults() {}

  /**
   * Every lie once for each of the two streams, or some of each kind; then damage by chance.
   *
   * @param most how many of each kind at most
   */
  public static List<Parameters> of(Parameters valid, SplittableRandom random, int most) {
    List<Parameters> faults = new ArrayList<>();
    for (int area = 0; area < valid.contents().size(); area++) {
      StreamMutator mutator = mutator(valid, area);
      lies(faults, valid, area, mutator, EnumSet.allOf(MutantKind.class), most);
      for (int i = 0; i < most; i++) {
        add(faults, valid, area, mutator.damaged(random));
      }
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

  private static List<Parameters> of(Parameters valid, Set<MutantKind> kinds, int most) {
    List<Parameters> faults = new ArrayList<>();
    for (int area = 0; area < valid.contents().size(); area++) {
      lies(faults, valid, area, mutator(valid, area), kinds, most);
    }
    return faults;
  }

  private static void lies(
      List<Parameters> faults,
      Parameters valid,
      int area,
      StreamMutator mutator,
      Set<MutantKind> kinds,
      int most) {
    for (MutantKind kind : kinds) {
      List<Mutant> all = mutator.all().stream().filter(it -> it.kind() == kind).toList();
      // At even distances: neighbours are alike.
      double step = Math.max(1, all.size() / (double) most);
      for (double at = 0; at < all.size(); at += step) {
        add(faults, valid, area, all.get((int) at));
      }
    }
  }

  private static StreamMutator mutator(Parameters valid, int area) {
    byte[] bytes = valid.contents().get(area).bytes();
    if (StreamReader.read(bytes) instanceof SoundStream sound) {
      return new StreamMutator(sound);
    }
    throw new IllegalStateException("a stream of our own is none: " + StreamReader.read(bytes));
  }

  private static void add(List<Parameters> faults, Parameters valid, int area, Mutant mutant) {
    if (mutant.malformed()) {
      faults.add(valid.with(area, Content.of(mutant.bytes())));
    }
  }
}

package io.modulecontract.checks;

import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.StreamFaults;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Calls beside live areas that are none of their business (CALL-09, CALL-10). */
final class Neighbours {

  /** A pair of pointer and length is as long, and allocators round up to as much. */
  private static final int WORD = 8;

  /** So many gaps of each size, for a guest may use some for itself. */
  private static final int GAPS = 4;

  /** With and without their NUL these are whole words, and are none. */
  private static final int[] UNTERMINATED = {1, 7, 8, 16, 24, 100, 4_096};

  private Neighbours() {}

  /** A call whose parameters lie between two live areas. */
  static Script around(FunctionCalls function, Parameters payload) {
    return new Steps()
        .give(Content.of("before", 4))
        .give(payload)
        .give(Content.of("behind", 4))
        .then(function.served(1))
        .script();
  }

  /**
   * A call that must reject what is in its areas, behind which another one lies. The instance goes
   * on: a call that is valid is served after it.
   */
  static Script rejectedThenServed(FunctionCalls function, Parameters wrong, Clause clause) {
    return new Steps()
        .give(wrong)
        .give(Content.of("behind", 4))
        .then(function.rejected(0, clause))
        .served(function, function.payloads().usual())
        .script();
  }

  /** What is rejected early and late, and what a reader may want to go on behind. */
  static List<Parameters> rejected(FunctionCalls function) {
    List<Parameters> rejected = new ArrayList<>(function.payloads().invalidEarlyAndLate());
    rejected.addAll(function.payloads().cut());
    if (function.takesStreams()) {
      rejected.addAll(StreamFaults.ofLengths(function.payloads().usual()));
    }
    if (function.isCString()) {
      for (int length : UNTERMINATED) {
        rejected.add(Parameters.of(Content.of("n", length)));
      }
    }
    return rejected;
  }

  /** A call whose parameters lie among areas of many sizes. */
  static Script ofManySizes(FunctionCalls function, Parameters payload, SplittableRandom random) {
    Steps steps = new Steps();
    some(steps, random);
    int first = steps.next();
    steps.give(payload);
    some(steps, random);
    return steps.then(function.served(first)).script();
  }

  private static void some(Steps steps, SplittableRandom random) {
    for (int i = 0; i < GAPS; i++) {
      steps.give(Content.of("z", random.nextInt(1, 40)));
    }
  }

  /**
   * A call whose results find gaps between live areas that they just fit into: then what is stored
   * behind a result is stored into one of those. Empty when the call alone is not served.
   */
  static Optional<Script> aroundResults(Calls calls, FunctionCalls function, Parameters payload) {
    return calls
        .answers(function.once(payload))
        .map(answers -> answers.get(0).content().length)
        .map(length -> aroundResults(function, payload, length));
  }

  private static Script aroundResults(FunctionCalls function, Parameters payload, int length) {
    TreeSet<Integer> sizes = new TreeSet<>(List.of(WORD, Math.max(1, length), length + 1));
    Steps steps = new Steps().give(payload);
    List<Integer> gaps = new ArrayList<>();
    for (int size : sizes) {
      for (int i = 0; i < GAPS; i++) {
        gaps.add(steps.next());
        steps.give(Content.of("g", size));
        // Of fewer bytes an area is padded, and what is stored there hits nobody.
        steps.give(Content.of("l", Math.max(size, WORD)));
      }
    }
    gaps.forEach(steps::release);
    return steps.then(function.served(0)).script();
  }
}

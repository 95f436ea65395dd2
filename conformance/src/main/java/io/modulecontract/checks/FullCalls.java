package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Calls in a memory that is full but for a few small areas side by side, which were released: they
 * are enough for a part of what the call makes, and not for all.
 *
 * @param guests where it was found out how much there is to fill
 * @param function the function that is called
 * @param filling the call's areas, and so many others that no more is served
 * @param firstSmall the index of the first small one of them
 * @param small how many there are
 */
record FullCalls(Guests guests, FunctionCalls function, Script filling, int firstSmall, int small) {

  private static final int SMALL = 16;

  /** So many bytes at least are filled with small areas. */
  private static final int FOR_SMALL = 1_024;

  /** Only one that gives out areas which overlap would be asked for more. */
  private static final int MOST_OF_A_SIZE = 3_000;

  /** A call may make several areas: with one area less each the next of them may be refused. */
  private static final int TRIED = 3;

  /** Fills the memory of a guest. */
  static FullCalls in(Guests guests, FunctionCalls function, Parameters payload) {
    Guest guest = guests.next();
    Steps steps = new Steps().give(payload);
    payload.contents().forEach(area -> guest.allocate(area.length()));
    int kept = steps.next();
    steps.give(Content.of("k", FOR_SMALL));
    CallOutcome forSmall = guest.allocate(FOR_SMALL);
    fill(guest, 32_768, steps);
    fill(guest, 1_024, steps);
    if (forSmall instanceof CallOutcome.Returned area && area.value() != 0) {
      guest.deallocate(area.value());
      steps.release(kept);
    }
    int firstSmall = steps.next();
    fill(guest, SMALL, steps);
    int behindSmall = steps.next();
    fill(guest, 1, steps);
    // Who does not return when the memory is full would not in the script, either.
    int small = guest.spoiled() ? 0 : behindSmall - firstSmall;
    return new FullCalls(guests, function, steps.script(), firstSmall, small);
  }

  private static void fill(Guest guest, int size, Steps steps) {
    int filled = 0;
    while (filled < MOST_OF_A_SIZE && !guest.spoiled() && guest.allocate(size).isArea()) {
      steps.give(Content.of("f", size));
      filled++;
    }
  }

  /**
   * With how many of the small areas released the call is rejected, and with one to three more it
   * is served. None where it never is, or where the guest does not return then.
   */
  int[] nearlyEnough() {
    if (small == 0 || !isServed(small)) {
      return new int[0];
    }
    int few = -1;
    int enough = small;
    while (enough - few > 1) {
      int middle = (few + enough) / 2;
      if (isServed(middle)) {
        enough = middle;
      } else {
        few = middle;
      }
    }
    return IntStream.range(Math.max(0, enough - TRIED), enough).toArray();
  }

  private boolean isServed(int released) {
    Set<Look> looks = Set.of(Look.SHORT_OF_MEMORY, Look.ANSWERS_ONLY);
    ScriptRun run = ScriptRunner.run(script(released), guests.next(), looks);
    return run.fault().isEmpty()
        && !run.answers().isEmpty()
        && run.answers().get(run.answers().size() - 1).wasServed();
  }

  /** With so many of the small areas released, as far as there are so many. */
  Script script(int released) {
    Steps steps = new Steps();
    filling.actions().forEach(steps::then);
    for (int i = 0; i < Math.min(released, small); i++) {
      steps.release(firstSmall + i);
    }
    return steps.then(function.either(0, Clause.LEAK_03)).script();
  }
}

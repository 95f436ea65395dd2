package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.verdict.Step;
import java.util.List;
import java.util.Optional;

/** Asks for one byte more than the whole memory has, which only growing can serve (GROW-01). */
record GrowBeyond() implements Scenario {

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    Guest guest = guests.next();
    long memory = guest.memorySize();
    long size = memory + 1;
    // One request alone: half of the room is enough for who rounds up to powers of two.
    if (size > 2 * CheckRun.current().toFit().most()) {
      throw CheckRun.notApplicable(
          "a limit of "
              + guest.memoryLimit()
              + " bytes leaves too little room above the "
              + memory
              + " bytes at start");
    }
    CallOutcome outcome = guest.allocate(size);
    tally.operations(1);
    if (outcome.isArea()) {
      return Optional.empty();
    }
    String call = "allocate(" + size + ") -> " + outcome.words();
    return Optional.of(
        new ClauseBroken.Evidence(
            "an area of " + size + " bytes, for the memory may grow to " + guest.memoryLimit(),
            call + ", after " + guest.growRequests() + " requests to grow",
            List.of(new Step(call, "the memory has " + memory + " bytes")),
            1,
            CheckRun.current().subject().profile().allocate(),
            new Course.ByCheck(new Sequence.Beyond())));
  }
}

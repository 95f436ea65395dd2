package io.modulecontract.checks;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fills the memory and makes a call that is rejected for want of memory, again and again, with
 * everything released each time (LEAK-03). The memory cannot grow, so an honest guest comes to a
 * state in which it has as much to give out after each time; only a capacity that falls from look
 * to look is lost.
 *
 * @param function the function that is called
 * @param payload what it is passed
 * @param released how many small areas are released for the call
 * @param releasedOnce whether results are not released a second time
 */
record LossWhenFull(FunctionCalls function, Parameters payload, int released, boolean releasedOnce)
    implements Scenario {

  /** So little is sooner full. */
  private static final int PAGES_TO_GROW = 2;

  /** Between two looks: what is lost each time may be 16 bytes, and a look tells 256. */
  private static final int TIMES = 24;

  private static final int LOOKS = 4;
  private static final int LASTING_LOOKS = 10;

  /** Guests of the module in a memory that is sooner full. */
  static Guests few(Guests guests) {
    Policy policy = guests.policy();
    int start = (int) (guests.next().memorySize() / U32.PAGE);
    return guests.under(
        policy.withMemoryPages(Math.min(policy.memoryPages(), start + PAGES_TO_GROW)));
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    Guests few = few(guests);
    return falls(few, LOOKS, tally) ? evidence(few) : Optional.empty();
  }

  @Override
  public Optional<ClauseBroken.Evidence> lasting(Guests guests, Tally tally) {
    return on(guests, tally).filter(ignored -> falls(few(guests), LASTING_LOOKS, new Tally()));
  }

  /** That it goes on was seen; elsewhere it is enough that the memory is no longer what it was. */
  @Override
  public boolean shows(Guests guests) {
    return evidence(few(guests)).isPresent();
  }

  /** Whether each look finds less than the one before; what is used up can fall no more. */
  private boolean falls(Guests few, int looks, Tally tally) {
    GuestState state = few.next().snapshot();
    long before = Long.MAX_VALUE;
    for (int look = 0; look < looks; look++) {
      for (int i = 0; i < TIMES; i++) {
        Guests now = few.startingAt(state);
        Script script = FullCalls.in(now, function, payload).script(released);
        Guest guest = now.next();
        ScriptRun run = run(script, guest, EnumSet.of(Look.SHORT_OF_MEMORY));
        tally.operations(run.calls() + (long) script.length());
        if (run.fault().isPresent() || run.stopped()) {
          return false;
        }
        state = guest.snapshot();
      }
      long left = Room.left(few, state, tally);
      if (left < Room.LEAST) {
        return look > 1;
      }
      if (left >= before) {
        return false;
      }
      before = left;
    }
    return true;
  }

  /** The first time that an area is refused which was served before. */
  private Optional<ClauseBroken.Evidence> evidence(Guests few) {
    Script script = FullCalls.in(few, function, payload).script(released);
    Guest guest = few.next();
    for (int done = 0; done < TIMES; done++) {
      Optional<Fault> fault = run(script, guest, EnumSet.noneOf(Look.class)).fault();
      if (fault.isPresent()) {
        boolean lost = done > 0 && fault.get().clause() == Clause.ALLOC_10;
        return lost ? Optional.of(evidence(script, few, done, fault.get())) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private ClauseBroken.Evidence evidence(Script script, Guests few, int done, Fault refused) {
    List<Step> steps = new ArrayList<>(run(script, few.next(), EnumSet.of(Look.STEPS)).steps());
    steps.add(
        new Step("the same again, " + done + " times in all", "nothing is live after each time"));
    return new ClauseBroken.Evidence(
        "the same free capacity, however often it is repeated",
        "after " + done + " times, with nothing live: " + refused.actual(),
        steps,
        script.length(),
        function.name(),
        new Course.ByCheck(
            new Sequence.ScriptCycles(
                script, few.policy().memoryPages(), TIMES, Pace.EVEN.all(), releasedOnce, false)));
  }

  private ScriptRun run(Script script, Guest guest, Set<Look> looks) {
    if (releasedOnce) {
      looks.add(Look.RELEASED_ONCE);
    }
    return ScriptRunner.run(script, guest, looks);
  }
}

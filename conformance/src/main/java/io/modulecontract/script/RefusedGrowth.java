package io.modulecontract.script;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a script again and again, with its first, second, third … request for memory refused, until
 * it runs through (GROW-05). After each the same instance must do the whole script without a
 * refusal, unless the refusal made it trap.
 */
public final class RefusedGrowth {

  private static final int MOST = 200;

  /** After so many runs in which a refusal made a call wait, more would only wait, too. */
  private static final int MOST_LATE = 3;

  /** Something live is damaged. */
  private static final Set<Clause> DAMAGE =
      EnumSet.of(
          Clause.ALLOC_01,
          Clause.ALLOC_02,
          Clause.ALLOC_03,
          Clause.DEALLOC_01,
          Clause.CALL_01,
          Clause.CALL_09,
          Clause.CALL_16);

  /** The instance cannot be used: what was served before is no longer. */
  private static final Set<Clause> USELESS =
      EnumSet.of(Clause.ALLOC_10, Clause.CALL_12, Clause.ARROW_02);

  private final Script script;
  private long calls;
  private int late;

  /** With this script. */
  public RefusedGrowth(Script script) {
    this.script = script;
  }

  /**
   * What a refusal broke.
   *
   * @param refused which request was refused, counted from 1
   * @param after whether it was seen when memory could grow again
   * @param fault what was seen
   */
  public record Broken(int refused, boolean after, Fault fault) {

    /** What the guest did, and when. */
    public String actual() {
      return fault.actual()
          + (after ? ", after a refusal" : ", when request " + refused + " to grow was refused");
    }
  }

  /** How many calls of the guest were made. */
  public long calls() {
    return calls;
  }

  /** Whether it ended early, for a call did not return again and again. */
  public boolean gaveUp() {
    return late >= MOST_LATE;
  }

  /** The first thing that a refusal breaks. */
  public Optional<Broken> on(Guests guests) {
    if (run(guests.next(), Set.of()).fault().isPresent()) {
      // It goes wrong with all the memory that it asks for: another clause's check says so.
      return Optional.empty();
    }
    for (int k = 1; k <= MOST && !gaveUp(); k++) {
      Guest guest = guests.next();
      guest.refuseGrowRequest(k);
      ScriptRun run = run(guest, Set.of(Look.SHORT_OF_MEMORY));
      boolean refused = guest.growRequests() >= k;
      Optional<Fault> damage = run.fault().filter(fault -> DAMAGE.contains(fault.clause()));
      if (damage.isPresent()) {
        return Optional.of(new Broken(k, false, damage.get()));
      }
      if (!refused) {
        return Optional.empty();
      }
      if (run.fault().isEmpty() && !run.stopped()) {
        guest.refuseGrowRequest(0);
        ScriptRun then = run(guest, Set.of());
        // It ran through before the refusal, also what does not return now.
        Optional<Fault> after =
            then.fault()
                .filter(
                    it ->
                        then.late()
                            || DAMAGE.contains(it.clause())
                            || USELESS.contains(it.clause()));
        if (after.isPresent()) {
          return Optional.of(new Broken(k, true, after.get()));
        }
      }
    }
    return Optional.empty();
  }

  private ScriptRun run(Guest guest, Set<Look> looks) {
    ScriptRun run = ScriptRunner.run(script, guest, looks);
    calls += run.calls();
    late += run.late() ? 1 : 0;
    return run;
  }

  /** The sequence that shows it, as a reader sees it. */
  public List<Step> steps(Guests guests, Broken broken) {
    Guest guest = guests.next();
    guest.refuseGrowRequest(broken.refused());
    Set<Look> looks = EnumSet.of(Look.SHORT_OF_MEMORY, Look.STEPS);
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("the host will refuse `memory.grow` number " + broken.refused()));
    steps.addAll(ScriptRunner.run(script, guest, looks).steps());
    if (broken.after()) {
      guest.refuseGrowRequest(0);
      steps.add(Step.of("from here on, memory may grow"));
      steps.addAll(ScriptRunner.run(script, guest, Set.of(Look.STEPS)).steps());
    }
    return steps;
  }
}

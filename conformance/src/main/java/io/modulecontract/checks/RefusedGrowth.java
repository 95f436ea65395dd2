package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.script.ScriptShrinks;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs a script again and again, with its first, second, third … request for memory refused, until
 * it runs through (GROW-05). After each the same instance must do the whole script without a
 * refusal, unless the refusal made it trap.
 *
 * @param script what runs
 */
record RefusedGrowth(Script script) implements Scenario {

  private static final int MOST = 200;

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

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    if (ScriptRunner.run(script, guests.next(), Set.of()).fault().isPresent()) {
      // It goes wrong with all the memory that it asks for: another clause's check says so.
      return Optional.empty();
    }
    for (int k = 1; k <= MOST; k++) {
      Guest guest = guests.next();
      guest.refuseGrowRequest(k);
      ScriptRun run = ScriptRunner.run(script, guest, Set.of(Look.SHORT_OF_MEMORY));
      tally.operations(run.calls());
      boolean refused = guest.growRequests() >= k;
      Optional<Fault> damage = run.fault().filter(fault -> DAMAGE.contains(fault.clause()));
      if (damage.isPresent()) {
        return Optional.of(evidence(guests, k, false, damage.get()));
      }
      if (!refused) {
        return Optional.empty();
      }
      if (run.fault().isEmpty() && !run.stopped()) {
        guest.refuseGrowRequest(0);
        ScriptRun again = ScriptRunner.run(script, guest, Set.of());
        tally.operations(again.calls());
        Optional<Fault> after =
            again
                .fault()
                .filter(it -> DAMAGE.contains(it.clause()) || USELESS.contains(it.clause()));
        if (after.isPresent()) {
          return Optional.of(evidence(guests, k, true, after.get()));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Stream<RefusedGrowth> smaller() {
    return ScriptShrinks.of(script).map(RefusedGrowth::new);
  }

  private ClauseBroken.Evidence evidence(Guests guests, int k, boolean after, Fault fault) {
    Guest guest = guests.next();
    guest.refuseGrowRequest(k);
    Set<Look> looks = EnumSet.of(Look.SHORT_OF_MEMORY, Look.STEPS);
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("the host will refuse `memory.grow` number " + k));
    steps.addAll(ScriptRunner.run(script, guest, looks).steps());
    if (after) {
      guest.refuseGrowRequest(0);
      steps.add(Step.of("from here on, memory may grow"));
      steps.addAll(ScriptRunner.run(script, guest, Set.of(Look.STEPS)).steps());
    }
    String when = after ? ", after a refusal" : ", when request " + k + " to grow was refused";
    return new ClauseBroken.Evidence(
        fault.expected(),
        fault.actual() + when,
        steps,
        (after ? 2 : 1) * script.length(),
        fault.function(),
        new Course.ByCheck(new Sequence.RefusedGrowth(script)));
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptShrinks;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a script again and again, with its first, second, third … request for memory refused, until
 * it runs through (GROW-05). After each the same instance must do the whole script without a
 * refusal, unless the refusal made it trap.
 *
 * @param script what runs
 */
record RefusedGrowth(Script script) implements Scenario {

  @Override
  public long needed() {
    return script.needed();
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    var refusals = new io.modulecontract.script.RefusedGrowth(script);
    var broken = refusals.on(guests);
    tally.operations(refusals.calls());
    if (broken.isEmpty() && refusals.gaveUp()) {
      tally.giveUp();
    }
    return broken.map(
        it ->
            new ClauseBroken.Evidence(
                it.fault().expected(),
                it.actual(),
                refusals.steps(guests, it),
                (it.after() ? 2 : 1) * script.length(),
                it.fault().function(),
                new Course.ByCheck(new Sequence.RefusedGrowth(script))));
  }

  @Override
  public boolean shows(Guests guests) {
    return new io.modulecontract.script.RefusedGrowth(script).on(guests).isPresent();
  }

  @Override
  public Stream<RefusedGrowth> smaller() {
    return ScriptShrinks.of(script).map(RefusedGrowth::new);
  }
}

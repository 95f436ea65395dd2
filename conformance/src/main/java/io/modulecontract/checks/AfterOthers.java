package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.verdict.Step;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Runs a script on a fresh instance, then many others on other instances, some of which trap, then
 * the first again on another fresh instance (ISO-04).
 *
 * @param script what is compared
 * @param others what runs meanwhile
 * @param seed where the others trap
 */
record AfterOthers(Script script, List<Script> others, long seed) implements Scenario {

  private static final int INSTANCES = 8;

  @Override
  public long needed() {
    return Instances.needed(List.of(script));
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    ScriptRun alone = Instances.run(script, guests.apart());
    Instances.count(List.of(script), List.of(alone), tally);
    List<Step> first = alone.steps();
    Trapping trapping = new Trapping(guests, new SplittableRandom(seed));
    for (int i = 0; i < INSTANCES; i++) {
      Script other = others.get(i % others.size());
      tally.operations(Instances.run(other, guests.apart()).steps().size());
      tally.operations(trapping.once());
    }
    List<Step> last = Instances.run(script, guests.apart()).steps();
    tally.operations(first.size() + (long) last.size());
    return Instances.differing(first, last, "on an instance that was made after others were used");
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.script.Script;
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
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    List<Step> first = Instances.answers(script, Instances.apart(guests));
    Trapping trapping = new Trapping(guests, new SplittableRandom(seed));
    for (int i = 0; i < INSTANCES; i++) {
      Script other = others.get(i % others.size());
      tally.operations(Instances.answers(other, Instances.apart(guests)).size());
      tally.operations(trapping.once());
    }
    List<Step> last = Instances.answers(script, Instances.apart(guests));
    tally.operations(first.size() + (long) last.size());
    return Instances.differing(first, last, "on an instance that was made after others were used");
  }
}

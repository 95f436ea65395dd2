package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Runs scripts on one instance each, by turns (ISO-01, ISO-03).
 *
 * @param scripts one for each instance
 * @param seed whose turn it is, again and again
 * @param trap whether one more instance traps now and then
 */
record Interleaved(List<Script> scripts, long seed, boolean trap) implements Scenario {

  @Override
  public long needed() {
    return Instances.needed(scripts);
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    List<ScriptRun> alone = new ArrayList<>();
    for (Script script : scripts) {
      alone.add(Instances.run(script, guests.apart()));
    }
    Instances.count(scripts, alone, tally);
    List<ScriptRunner> runners = new ArrayList<>();
    for (Script script : scripts) {
      runners.add(Instances.runner(script, guests.apart()));
    }
    takeTurns(runners, guests, tally);
    for (int i = 0; i < runners.size(); i++) {
      var result = runners.get(i).result();
      tally.operations(result.calls());
      String where = trap ? "while another instance traps" : "while other instances run";
      Optional<ClauseBroken.Evidence> evidence =
          Instances.differing(alone.get(i).steps(), result.steps(), where);
      if (evidence.isPresent()) {
        return evidence;
      }
    }
    return Optional.empty();
  }

  private void takeTurns(List<ScriptRunner> runners, Guests guests, Tally tally) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ScriptRunner> running = new ArrayList<>(runners);
    Trapping trapping = new Trapping(guests, random.split());
    while (!running.isEmpty()) {
      ScriptRunner next = running.get(random.nextInt(running.size()));
      if (next.done()) {
        running.remove(next);
      } else {
        next.step();
        if (trap && random.nextInt(4) == 0) {
          tally.operations(trapping.once());
        }
      }
    }
  }
}

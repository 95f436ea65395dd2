package io.modulecontract.fuzz;

import io.modulecontract.script.Fault;
import io.modulecontract.script.Finding;
import io.modulecontract.script.Look;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.script.ScriptShrinks;
import io.modulecontract.spec.Clause;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the faults of a run into suspects, each once: a module whose every call traps has one, not
 * a million.
 */
final class Suspicion {

  /** What the search for the smallest script may cost, in calls of the guest. */
  private static final long MOST_SHRINKING = 60_000;

  /** So often a fault of the same look is asked what is behind it; the next ones are known. */
  private static final int MOST_ASKED = 6;

  private final FuzzRun run;
  private final Map<String, Integer> asked = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  Suspicion(FuzzRun run) {
    this.run = run;
  }

  /** The names of those that are known already. */
  void know(Set<String> names) {
    known.addAll(names);
  }

  /** Whether there is a new suspect behind a fault. */
  Optional<Suspect> of(FuzzProgram program, Fault fault) {
    if (fault.clause() == Clause.CALL_15) {
      run.hurry();
    }
    String look = fault.clause() + " " + fault.cause() + " " + fault.function();
    if (asked.merge(look, 1, Integer::sum) > MOST_ASKED) {
      return Optional.empty();
    }
    return program.refused() == 0 ? ofScript(program) : ofRefusal(program, fault);
  }

  private Optional<Suspect> ofScript(FuzzProgram program) {
    ScriptJudge judge = new ScriptJudge(run.guests(), EnumSet.noneOf(Look.class));
    Optional<Finding> found = judge.judge(program.script());
    if (found.isEmpty() || !known.add(suspect(found.get(), 0, program).name())) {
      return Optional.empty();
    }
    Finding smallest =
        ScriptShrinks.smallest(
            found.get(), judge::judge, judge::operations, judge.operations() + MOST_SHRINKING);
    return Optional.of(suspect(smallest, 0, program));
  }

  private Optional<Suspect> ofRefusal(FuzzProgram program, Fault fault) {
    return Optional.empty();
  }

  private static Suspect suspect(Finding finding, int refused, FuzzProgram program) {
    return new Suspect(finding, refused, program.script().length());
  }
}

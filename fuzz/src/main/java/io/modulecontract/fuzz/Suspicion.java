package io.modulecontract.fuzz;

import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Finding;
import io.modulecontract.script.Look;
import io.modulecontract.script.RefusedGrowth;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.script.ScriptShrinks;
import io.modulecontract.spec.Clause;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns the faults of a run into suspects, each once: a module whose every call traps has one, not
 * a million.
 */
final class Suspicion {

  /** What the search for the smallest script may cost, in calls of the guest. */
  private static final long MOST_SHRINKING = 60_000;

  /** In nanoseconds. */
  private static final long LONGEST_SHRINKING = 10_000_000_000L;

  /** So often a fault of the same look is asked what is behind it; the next ones are known. */
  private static final int MOST_ASKED = 6;

  private final FuzzRun run;
  private final Consumer<Suspect> first;
  private final Map<String, Integer> asked = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /**
   * @param first told of a suspect before the search for a smaller script, which takes its time
   */
  Suspicion(FuzzRun run, Consumer<Suspect> first) {
    this.run = run;
    this.first = first;
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
    String look = program.refused() > 0 ? "refused" : fault.clause() + " " + fault.cause();
    if (asked.merge(look + " " + fault.function(), 1, Integer::sum) > MOST_ASKED) {
      return Optional.empty();
    }
    return program.refused() == 0 ? ofScript(program.script()) : ofRefusal(program.script());
  }

  private Optional<Suspect> ofScript(Script script) {
    ScriptJudge judge = new ScriptJudge(run.guests(), run.looks());
    Optional<Finding> found = judge.judge(script);
    if (found.isEmpty() || !isNew(found.get().clause(), found.get().fault())) {
      return Optional.empty();
    }
    first.accept(suspect(found.get(), found.get(), script.length()));
    // Where calls do not return, few of them take long.
    long end = System.nanoTime() + LONGEST_SHRINKING;
    Finding smallest =
        ScriptShrinks.smallest(
            found.get(),
            judge::judge,
            () -> System.nanoTime() < end ? judge.operations() : Long.MAX_VALUE,
            judge.operations() + MOST_SHRINKING);
    return Optional.of(suspect(found.get(), smallest, script.length()));
  }

  private Suspect suspect(Finding found, Finding shown, int shrunkFrom) {
    String actual = shown.fault().actual();
    return new Suspect(
        shown.clause(),
        found.fault().function(),
        actual,
        new Course.Actions(shown.script(), looks(shown.clause()), watched(actual)),
        shrunkFrom);
  }

  /** What must be looked for to see this clause broken, and no more. */
  private Set<Look> looks(Clause clause) {
    Look needed =
        switch (clause) {
          case ARROW_01 -> Look.STREAMS;
          case ARROW_05 -> Look.CLAIMS;
          default -> null;
        };
    return needed == null ? EnumSet.noneOf(Look.class) : EnumSet.of(needed);
  }

  /** Loads, and stores that leave no trace of their own, are seen by a guarded memory only. */
  private static boolean watched(String actual) {
    return actual.startsWith("a load from ") || actual.startsWith("a store into ");
  }

  private Optional<Suspect> ofRefusal(Script script) {
    Optional<RefusedGrowth.Broken> found = new RefusedGrowth(script).on(run.guests());
    if (found.isEmpty() || !isNew(Clause.GROW_05, found.get().fault())) {
      return Optional.empty();
    }
    first.accept(refused(found.get(), found.get(), script, script.length()));
    Script best = script;
    RefusedGrowth.Broken broken = found.get();
    long calls = 0;
    boolean better = true;
    long end = System.nanoTime() + LONGEST_SHRINKING;
    while (better) {
      better = false;
      for (Script smaller : (Iterable<Script>) ScriptShrinks.of(best)::iterator) {
        RefusedGrowth refusals = new RefusedGrowth(smaller);
        Optional<RefusedGrowth.Broken> again = refusals.on(run.guests());
        calls += refusals.calls();
        if (again.isPresent() || calls > MOST_SHRINKING || System.nanoTime() > end) {
          better = again.isPresent() && calls <= MOST_SHRINKING && System.nanoTime() < end;
          best = again.isPresent() ? smaller : best;
          broken = again.orElse(broken);
          break;
        }
      }
    }
    return Optional.of(refused(found.get(), broken, best, script.length()));
  }

  private static Suspect refused(
      RefusedGrowth.Broken found, RefusedGrowth.Broken shown, Script script, int shrunkFrom) {
    return new Suspect(
        Clause.GROW_05,
        found.fault().function(),
        shown.actual(),
        new Course.ByCheck(new Sequence.RefusedGrowth(script)),
        shrunkFrom);
  }

  private boolean isNew(Clause clause, Fault fault) {
    return known.add(Suspect.name(clause, fault.function()));
  }
}

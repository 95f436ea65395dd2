package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.script.ScriptShrinks;
import io.modulecontract.verdict.Step;
import io.modulecontract.wasi.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs a script and looks which functions of its host the guest called meanwhile (POL).
 *
 * @param script what runs
 * @param kind which of them count
 */
record HostCalls(Script script, Kind kind) implements Scenario {

  /** Which calls of the host count. */
  enum Kind {
    /** Every one (POL-01). */
    ANY,
    /** Those that need a capability which the descriptor does not ask for (POL-02). */
    CAPABILITY,
    /** Those that print (POL-04). */
    OUTPUT
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    Guest guest = guests.next();
    Map<String, Integer> before = guest.hostCalls();
    ScriptRun run = ScriptRunner.run(script, guest, Set.of());
    tally.operations(run.calls());
    Set<String> made = new TreeSet<>();
    if (kind == Kind.ANY) {
      Map<String, Integer> after = guest.hostCalls();
      after.keySet().stream()
          .filter(name -> !after.get(name).equals(before.get(name)))
          .forEach(made::add);
    }
    for (Attempt attempt : guest.attempts()) {
      if (counts(attempt)) {
        made.add(attempt.words());
      }
    }
    return made.isEmpty() ? Optional.empty() : Optional.of(evidence(guests, made));
  }

  @Override
  public Stream<HostCalls> smaller() {
    return ScriptShrinks.of(script).map(less -> new HostCalls(less, kind));
  }

  /** An exit is POL-03's. */
  private boolean counts(Attempt attempt) {
    return switch (kind) {
      case ANY -> true;
      case OUTPUT -> attempt.detail().startsWith("stdout") || attempt.detail().startsWith("stderr");
      case CAPABILITY -> !attempt.granted() && !attempt.function().equals("proc_exit");
    };
  }

  private ClauseBroken.Evidence evidence(Guests guests, Set<String> made) {
    String names = String.join(", ", made);
    List<Step> steps = ScriptRunner.run(script, guests.next(), Set.of(Look.STEPS)).steps();
    String expected =
        switch (kind) {
          case ANY -> "no call of the host";
          case OUTPUT -> "nothing printed";
          case CAPABILITY -> "only what the descriptor asks for";
        };
    Course course = new Course.ByCheck(new Sequence.HostCalls(script, kind.name()));
    return new ClauseBroken.Evidence(
        expected, "called " + names, steps, script.length(), "", course);
  }
}

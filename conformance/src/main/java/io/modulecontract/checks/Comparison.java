package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.script.Action;
import io.modulecontract.script.Answer;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.verdict.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Two scripts that must give the same result, whatever else is different between them.
 *
 * @param one the first
 * @param other the second
 * @param elsewhere where the second one gets its guest from, seen from the first one's
 * @param what what is different, for a reader
 * @param function the export that is called
 * @param joined whether the result is all that their calls answer, one behind the other, and not
 *     what the last one does
 */
record Comparison(
    Script one,
    Script other,
    UnaryOperator<Guests> elsewhere,
    String what,
    String function,
    boolean joined)
    implements Scenario {

  private static final Set<Look> LOOKS = Set.of(Look.ANSWERS_ONLY);
  private static final Set<Look> SHOWN = Set.of(Look.ANSWERS_ONLY, Look.STEPS);

  /** The result is what the last calls answer. */
  Comparison(
      Script one, Script other, UnaryOperator<Guests> elsewhere, String what, String function) {
    this(one, other, elsewhere, what, function, false);
  }

  @Override
  public long needed() {
    return Math.max(one.needed(), other.needed());
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    ScriptRun first = ScriptRunner.run(one, guests.next(), LOOKS);
    ScriptRun second = ScriptRunner.run(other, elsewhere.apply(guests).next(), LOOKS);
    tally.operations(first.calls() + (long) second.calls());
    Optional<Fault> fault = first.fault().or(second::fault);
    if (fault.isPresent()) {
      tally.stoppedBy(fault.get().clause());
      return Optional.empty();
    }
    Answer before = result(first);
    Answer after = result(second);
    return before.equals(after) ? Optional.empty() : Optional.of(evidence(guests, before, after));
  }

  /** Actions left out: of both, as far as both have them, else of the longer one. */
  @Override
  public Stream<Comparison> smaller() {
    int more = other.length() - one.length();
    List<Supplier<Comparison>> edits = new ArrayList<>();
    for (int size = one.length() / 2; size > 0; size /= 2) {
      for (int from = 0; from + size < one.length(); from += size) {
        int start = from;
        int end = from + size;
        edits.add(() -> with(one.without(start, end), other.without(more + start, more + end)));
      }
    }
    for (int i = 0; i < more; i++) {
      int at = i;
      edits.add(() -> with(one, other.without(at, at + 1)));
    }
    return edits.stream().map(Supplier::get).filter(Comparison::isComplete);
  }

  private Comparison with(Script first, Script second) {
    return new Comparison(first, second, elsewhere, what, function, joined);
  }

  /** Whether both still end in a call. */
  private boolean isComplete() {
    return Stream.of(one, other)
        .allMatch(
            script ->
                script.length() > 0
                    && script.actions().get(script.length() - 1) instanceof Action.Call);
  }

  private Answer result(ScriptRun run) {
    return joined ? Answer.joined(run.answers()) : run.answers().get(run.answers().size() - 1);
  }

  private ClauseBroken.Evidence evidence(Guests guests, Answer before, Answer after) {
    List<Step> steps = new ArrayList<>();
    steps.addAll(ScriptRunner.run(one, guests.next(), SHOWN).steps());
    steps.add(Step.of("then " + what));
    Guests second = elsewhere.apply(guests);
    steps.addAll(ScriptRunner.run(other, second.next(), SHOWN).steps());
    Sequence pair =
        new Sequence.Pair(one, guests.policy().seed(), other, second.policy().seed(), joined);
    return new ClauseBroken.Evidence(
        "the same result",
        before.difference(after),
        steps,
        other.length(),
        function,
        new Course.ByCheck(pair));
  }
}

package io.modulecontract.script;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.Guests;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Fault.Cause;
import io.modulecontract.spec.Clause;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Runs scripts and says which clause a fault breaks. A fault alone does not tell: an area that
 * cannot be released may have been released by a call before. So the script is asked again without
 * the actions under suspicion, and the clause is theirs when the fault is gone.
 */
public final class ScriptJudge {

  private static final Duration SHORT = Duration.ofMillis(250);
  private static final int MOST_TIMEOUTS = 3;

  private final Set<Look> looks;
  private Guests guests;
  private long operations;
  private int timeouts;
  private ScriptRun.Claim claim = ScriptRun.Claim.NONE;

  /** A judge over scripts that start from these guests' start state. */
  public ScriptJudge(Guests guests, Set<Look> looks) {
    this.guests = guests;
    this.looks = looks.isEmpty() ? EnumSet.noneOf(Look.class) : EnumSet.copyOf(looks);
  }

  /** What it looks for now. */
  public Set<Look> looks() {
    return EnumSet.copyOf(looks);
  }

  /** From now on no result is released a second time ({@link Look#RELEASED_ONCE}). */
  public void releaseOnce() {
    looks.add(Look.RELEASED_ONCE);
  }

  /** How many calls of the guest were made so far. */
  public long operations() {
    return operations;
  }

  /** What the rejected call asked for that came nearest to the most, where it was looked at. */
  public ScriptRun.Claim claim() {
    return claim;
  }

  /** Whether it stopped asking, for too many calls had to be interrupted. */
  public boolean gaveUp() {
    return timeouts > MOST_TIMEOUTS;
  }

  /** Runs a script; what it breaks, or empty when nothing went wrong. */
  public Optional<Finding> judge(Script script) {
    return judged(script).finding();
  }

  /** The same, with what its calls answered. */
  public Judged judged(Script script) {
    if (gaveUp()) {
      return new Judged(Optional.empty(), Optional.empty());
    }
    ScriptRun run = run(script);
    return run.fault().isEmpty()
        ? new Judged(Optional.of(run.answers()), Optional.empty())
        : new Judged(Optional.empty(), Optional.of(explain(script, run.fault().get())));
  }

  /**
   * What came of a script; neither of the two when it was not run, for too many did not end.
   *
   * @param answers what its calls answered, when it ran through
   * @param finding what it breaks
   */
  public record Judged(Optional<List<Answer>> answers, Optional<Finding> finding) {}

  /** Runs a script, for what its calls answer. */
  public ScriptRun run(Script script) {
    return run(script, looks);
  }

  private ScriptRun run(Script script, Set<Look> with) {
    ScriptRun run = ScriptRunner.run(script, guests.next(), with);
    operations += run.calls();
    claim = run.claim().exceeds(claim) ? run.claim() : claim;
    boolean deep = run.fault().filter(fault -> fault.clause() == Clause.CALL_15).isPresent();
    if (deep || run.late()) {
      timeouts++;
      if (guests.policy().deadline().compareTo(SHORT) > 0) {
        // Seen once with the full deadline; the search for a smaller sequence need not wait so.
        guests = guests.under(guests.policy().withDeadline(SHORT));
      }
    }
    return run;
  }

  private Finding explain(Script script, Fault fault) {
    Script shown = script.prefix(Math.min(script.length(), fault.action() + 1));
    Set<Look> steps = EnumSet.copyOf(looks);
    steps.add(Look.STEPS);
    ScriptRun again = run(shown, steps);
    Fault seen = again.fault().orElse(fault);
    return new Finding(cause(shown, seen), seen, shown, again.steps());
  }

  private Clause cause(Script script, Fault fault) {
    if (fault.cause() == Cause.HERE) {
      return fault.clause();
    }
    if (fault.cause() == Cause.SECOND_RELEASE) {
      return acceptsSecondReleases() ? Clause.DEALLOC_02 : fault.clause();
    }
    boolean called = run(script.without(Action.Call.class::isInstance)).fault().isEmpty();
    if (fault.cause() == Cause.EARLIER && !called) {
      return fault.clause();
    }
    if (fault.cause() == Cause.EARLIER && parameters(script).contains(fault.clause())) {
      return Clause.CALL_07;
    }
    Optional<Clause> rejection = rejection(script);
    if (rejection.isPresent()) {
      return rejection.get();
    }
    if (grewInCall(script) && run(grownBefore(script)).fault().isEmpty()) {
      return Clause.GROW_04;
    }
    return fault.cause() == Cause.RESULT || fault.clause() == Clause.CALL_16
        ? fault.clause()
        : Clause.CALL_09;
  }

  /** What shows that a parameter is no longer the host's: it is refused, or given out again. */
  private static Set<Clause> parameters(Script script) {
    boolean passed = script.actions().stream().anyMatch(Action.Call.class::isInstance);
    return passed ? EnumSet.of(Clause.DEALLOC_01, Clause.ALLOC_02) : EnumSet.noneOf(Clause.class);
  }

  /**
   * The clause of a rejected call without which nothing goes wrong. One that frees what it rejects
   * shows that in many ways, for the area is given out again.
   */
  private Optional<Clause> rejection(Script script) {
    Predicate<Action> rejected =
        action -> action instanceof Action.Call call && call.expected() == Expected.REJECTED;
    Script rest = script.without(rejected);
    if (rest.length() == script.length() || run(rest).fault().isPresent()) {
      return Optional.empty();
    }
    int first = 0;
    while (!rejected.test(script.actions().get(first))) {
      first++;
    }
    return Optional.of(
        givesUpParameters(script.prefix(first + 1))
            ? Clause.CALL_07
            : ((Action.Call) script.actions().get(first)).clause());
  }

  /** Whether what a script's calls were passed cannot be released after them. */
  private boolean givesUpParameters(Script script) {
    return run(script)
        .fault()
        .filter(fault -> fault.cause() == Cause.EARLIER)
        .filter(fault -> parameters(script).contains(fault.clause()))
        .isPresent();
  }

  private boolean grewInCall(Script script) {
    return run(script).grewInCall();
  }

  /** The same script in a memory that has grown enough already. */
  public Script grownBefore(Script script) {
    long much = Math.min(8 * script.weight() + 16 * U32.PAGE, guests.toFit().most());
    Content content = Content.of(new byte[] {'g'}, (int) much);
    Operand first = new Operand.Pointer(Ref.to(0), 0);
    return script.after(Script.of(new Action.Give(content), new Action.Release(first)));
  }

  private boolean acceptsSecondReleases() {
    operations += 3;
    return SecondReleases.accepted(guests);
  }

  /** The steps of a script as a reader sees them, whatever comes of it. */
  public List<io.modulecontract.verdict.Step> steps(Script script) {
    Set<Look> steps = EnumSet.copyOf(looks);
    steps.add(Look.STEPS);
    return run(script, steps).steps();
  }
}

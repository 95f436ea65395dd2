package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.finding.Sequence;
import io.modulecontract.script.Action;
import io.modulecontract.script.Chunks;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Complete calls, everything released at the end (LEAK-02, LEAK-03, ARROW-06).
 *
 * @param script the calls
 * @param function the function that they call
 * @param releasedOnce whether results are not released a second time
 * @param chunks whether each time other numbers and texts are put in
 */
record ScriptCycle(Script script, String function, boolean releasedOnce, boolean chunks)
    implements Cycle {

  private static final Set<Clause> NOT_SERVED =
      EnumSet.of(Clause.ALLOC_10, Clause.CALL_12, Clause.ARROW_02);

  /** The same each time, all of it, or other numbers and texts. */
  static ScriptCycle of(Script script, String function, boolean chunks) {
    return new ScriptCycle(script, function, CheckRun.current().releasesTwice(), chunks);
  }

  @Override
  public Turn once(Guest guest, long time) {
    Script now = chunks ? Chunks.script(script, time) : script;
    ScriptRun run = ScriptRunner.run(now, guest, looks(EnumSet.noneOf(Look.class)));
    Optional<Fault> fault = run.fault();
    if (fault.isPresent() && !refused(fault.get())) {
      throw CheckRun.notApplicable(
          "its calls do not run through (" + fault.get().clause().id() + ")");
    }
    boolean noArea = fault.isPresent() && fault.get().clause() == Clause.ALLOC_10;
    return new Turn(run.calls(), fault.map(Fault::actual).orElse(""), noArea);
  }

  /** Whether it may be for want of memory; then a capacity that has shrunk is the leak. */
  private static boolean refused(Fault fault) {
    return NOT_SERVED.contains(fault.clause());
  }

  @Override
  public List<Step> steps(Guest guest) {
    return ScriptRunner.run(script, guest, looks(EnumSet.of(Look.STEPS))).steps();
  }

  private Set<Look> looks(Set<Look> looks) {
    if (releasedOnce) {
      looks.add(Look.RELEASED_ONCE);
    }
    return looks;
  }

  @Override
  public Sequence sequence(int memoryPages, int times, Pace pace) {
    return new Sequence.ScriptCycles(script, memoryPages, times, pace.all(), releasedOnce, chunks);
  }

  @Override
  public int length() {
    return script.length();
  }

  @Override
  public long bytes() {
    return 8 * script.weight();
  }

  @Override
  public long needed() {
    return script.needed();
  }

  @Override
  public String name() {
    return chunks ? "chunk" : "call";
  }

  @Override
  public int calls() {
    return (int) script.actions().stream().filter(Action.Call.class::isInstance).count();
  }
}

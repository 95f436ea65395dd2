package io.modulecontract.script;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.AreaGuard;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Fault.Cause;
import io.modulecontract.spec.Clause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call that returned has left behind in the areas of its host: in those that it was given,
 * and in the others.
 *
 * @param course where it was made
 * @param call the call
 * @param granted the areas that it was given
 * @param grew whether the memory grew in it
 */
record Traces(Course course, Action.Call call, List<Held> granted, boolean grew) {

  /**
   * What it must not have done.
   *
   * @param watched whether its loads and stores were looked at
   * @param rejected whether it rejected what it was given
   */
  @Nullable Fault fault(boolean watched, boolean rejected) {
    Fault touched = watched ? touched() : null;
    if (touched != null) {
      return touched;
    }
    if (call.expected() == Expected.SERVED) {
      return changedParameter(rejected);
    }
    Fault changed = inPlace() ? changedParameter(rejected) : null;
    return changed == null ? changedAtAll() : changed;
  }

  private boolean inPlace() {
    return call.shape() == FunctionShape.IN_PLACE;
  }

  /** Something of the host's that the call was not given. */
  private @Nullable Fault touched() {
    for (AreaGuard.Touch touch : course.guest.guard().touches()) {
      Held held = course.holdings.touched(touch, granted);
      if (held != null && held.ref().action() < course.at()) {
        return touched(touch, held);
      }
    }
    return null;
  }

  private Fault touched(AreaGuard.Touch touch, Held held) {
    Clause clause =
        !touch.store() ? Clause.CALL_10 : held.result() ? Clause.CALL_16 : Clause.CALL_09;
    String what = touch.store() ? "store into" : "load from";
    return fault(
        clause,
        "no " + what + " an area that the call was not given",
        "a "
            + what
            + " "
            + held.words()
            + ": "
            + touch.length()
            + " bytes at "
            + touch.address()
            + ", where "
            + held.area().size()
            + " bytes at "
            + held.area().pointer()
            + " are live");
  }

  /** What the call was given has changed only where that is its work, or nobody looks for it. */
  private @Nullable Fault changedParameter(boolean rejected) {
    for (Held held : granted) {
      if (course.guest.holds(held.area().pointer(), held.content())) {
        continue;
      }
      if (inPlace() ? rejected : course.looksFor(Look.PARAMETERS)) {
        return fault(unchanged(), held.intact(), held.changeIn(course.guest));
      }
      byte[] now = course.guest.read(held.area().pointer(), held.area().size());
      course.holdings.replace(held, held.with(now));
    }
    return null;
  }

  /** The clause for which a parameter stays as it is. */
  private Clause unchanged() {
    if (!inPlace()) {
      return Clause.CALL_08;
    }
    return call.expected() == Expected.REJECTED ? call.clause() : Clause.CALL_09;
  }

  /** A call with a wrong pointer or length may look at what lies there, and changes nothing. */
  private @Nullable Fault changedAtAll() {
    Held held = course.holdings.changed();
    if (held == null || granted.contains(held)) {
      return null;
    }
    Clause clause = held.result() ? Clause.CALL_16 : Clause.CALL_09;
    return fault(clause, held.intact(), held.changeIn(course.guest));
  }

  private Fault fault(Clause clause, String expected, String actual) {
    return course.fault(clause, Cause.HERE, expected, actual, call.function(), grew);
  }
}

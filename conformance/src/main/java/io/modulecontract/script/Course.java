package io.modulecontract.script;

import io.modulecontract.abi.U32;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.script.Fault.Cause;
import io.modulecontract.spec.Clause;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One execution of a script: the guest, what the host holds, and where it has come to. */
final class Course {

  final Guest guest;
  final Holdings holdings;
  final ScriptSteps steps;
  private final Set<Look> looks;
  private int at;
  private int calls;
  private boolean stopped;
  private boolean late;
  private ScriptRun.Claim claim = ScriptRun.Claim.NONE;

  Course(Guest guest, Set<Look> looks) {
    this.guest = guest;
    this.looks = looks;
    this.holdings = new Holdings(guest);
    this.steps = new ScriptSteps(looks.contains(Look.STEPS));
  }

  /** The index of the action that runs now. */
  int at() {
    return at;
  }

  void moveTo(int action) {
    at = action;
  }

  /** How many calls of the guest were made. */
  int calls() {
    return calls;
  }

  /** Whether a call did not return, so that nothing more can be asked. */
  boolean stopped() {
    return stopped;
  }

  /** Whether that call had run into the deadline. */
  boolean late() {
    return late;
  }

  /** Books what a rejected call asked for; the most, against what it was given, is kept. */
  void claimed(ScriptRun.Claim other) {
    claim = other.exceeds(claim) ? other : claim;
  }

  ScriptRun.Claim claim() {
    return claim;
  }

  boolean looksFor(Look look) {
    return looks.contains(look);
  }

  /** Books a call of the guest that was made. */
  CallOutcome made(String function, CallOutcome outcome, long... arguments) {
    calls++;
    stopped |= !outcome.returned();
    late |= outcome instanceof CallOutcome.DeadlineExceeded;
    steps.call(function, outcome, arguments);
    return outcome;
  }

  Fault fault(
      Clause clause, Cause cause, String expected, String actual, String function, boolean grew) {
    return new Fault(clause, cause, at, expected, actual, function, grew);
  }

  /** Whether it names an area that the guest had no memory for. */
  boolean isGone(Operand operand) {
    Ref ref =
        operand instanceof Operand.Pointer pointer
            ? pointer.area()
            : operand instanceof Operand.Length length ? length.area() : null;
    return ref != null && holdings.find(ref) == null;
  }

  /** The value to pass, an unsigned 32-bit one. */
  long value(Operand operand) {
    if (operand instanceof Operand.Literal literal) {
      return literal.value();
    }
    if (operand instanceof Operand.MemoryEnd end) {
      return U32.of(guest.memorySize() + end.delta());
    }
    if (operand instanceof Operand.Length length) {
      Held held = holdings.find(length.area());
      return U32.of(sizeOf(held) + length.delta());
    }
    Operand.Pointer pointer = (Operand.Pointer) operand;
    Held held = holdings.find(pointer.area());
    return U32.of((held == null ? 0 : held.area().pointer()) + pointer.delta());
  }

  private static long sizeOf(@Nullable Held held) {
    return held == null ? 0 : held.area().size();
  }
}

package io.modulecontract.script;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.AreaGuard;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Outbox;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Fault.Cause;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a function: its parameters, how it ended, and what it touched. */
final class CallStep {

  private final Course course;
  private final Action.Call call;
  private final long[] arguments;
  private final List<Held> granted = new ArrayList<>(2);
  private boolean grew;

  CallStep(Course course, Action.Call asked) {
    this.course = course;
    this.arguments = new long[asked.operands().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = course.value(asked.operands().get(i));
    }
    // A guest may have no area for 0 bytes, and need not know its pointer 0 then.
    this.call = passesZero(asked) ? asked.unlessRejected() : asked;
    for (int i = 0; i < arguments.length; i++) {
      boolean whole =
          call.operands().get(i) instanceof Operand.Pointer pointer && pointer.delta() == 0;
      Held held = whole ? course.holdings.startingAt(arguments[i]) : null;
      if (held != null && !granted.contains(held)) {
        granted.add(held);
      }
    }
  }

  /** Whether the memory grew in it. */
  boolean grew() {
    return grew;
  }

  /** Makes the call; what was answered goes into the list. */
  @Nullable Fault run(List<Answer> answers) {
    Outbox outbox = course.guest.outbox();
    if (call.shape() == FunctionShape.CALLBACK) {
      outbox.open(course.looksFor(Look.FIRST_PIECE_ONLY) ? 1 : Integer.MAX_VALUE);
    }
    try {
      return made(answers);
    } finally {
      outbox.close();
    }
  }

  private @Nullable Fault made(List<Answer> answers) {
    boolean watched = call.expected() == Expected.SERVED || passesWholeAreas();
    boolean excused = call.expected() == Expected.REJECTED && wrongIsRight();
    long before = course.guest.memorySize();
    long asked = course.guest.pagesAskedFor();
    CallOutcome outcome = course.made(call.function(), watched ? watched() : plain(), arguments);
    grew = course.guest.memorySize() > before;
    boolean tables = call.shape() == FunctionShape.ARROW && call.expected() == Expected.REJECTED;
    Fault claims = tables && !excused ? claims(course.guest.pagesAskedFor() - asked) : null;
    if (claims != null) {
      return claims;
    }
    if (!(outcome instanceof CallOutcome.Returned returned)) {
      answers.add(new Answer(outcome.words(), new byte[0]));
      return course.looksFor(Look.SHORT_OF_MEMORY) && outcome instanceof CallOutcome.Trapped
          ? null
          : notReturned(outcome, excused);
    }
    CallResult result = new CallResult(course, call, arguments, grew);
    Fault fault = result.take(returned, excused);
    if (fault != null) {
      return fault;
    }
    answers.add(result.answer());
    boolean rejected = returned.value() == call.shape().rejection();
    return new Traces(course, call, granted, grew).fault(watched, rejected);
  }

  /** A call that must be rejected may ask for memory in proportion to what it was given. */
  private @Nullable Fault claims(long pages) {
    if (!course.looksFor(Look.CLAIMS)) {
      return null;
    }
    long given = granted.stream().mapToLong(held -> held.area().size()).sum();
    ScriptRun.Claim claim = new ScriptRun.Claim(given, pages);
    course.claimed(claim);
    return claim.tooMuch()
        ? fault(
            Clause.ARROW_05,
            Cause.HERE,
            "at most " + claim.most() + " pages asked for: 16 times what was given, and 16 pages",
            pages + " pages asked for, " + given + " bytes given")
        : null;
  }

  private CallOutcome plain() {
    return course.guest.call(call.function(), arguments);
  }

  private CallOutcome watched() {
    AreaGuard guard = course.guest.guard();
    if (course.looksFor(Look.UNWRITTEN_RESULTS)) {
      guard.recordStores();
    }
    for (Held held : granted) {
      guard.unguard(held.area().pointer(), held.area().size());
    }
    try {
      return course.guest.callWatched(call.function(), arguments);
    } finally {
      for (Held held : granted) {
        guard.guard(held.area().pointer(), held.area().size());
      }
    }
  }

  /**
   * Whether the guest has no reason to look anywhere else, whatever it thinks of the content. Where
   * it is to find out that a pointer is wrong, it may have to look at what lies there.
   */
  private boolean passesWholeAreas() {
    for (int at = 0; at < endOfPointers(call); at += 2) {
      Held held = course.holdings.startingAt(arguments[at]);
      boolean whole =
          held != null
              && granted.contains(held)
              && (at + 1 == arguments.length || arguments[at + 1] == held.area().size());
      if (!whole) {
        return false;
      }
    }
    return true;
  }

  private boolean passesZero(Action.Call asked) {
    for (int at = 0; at < endOfPointers(asked); at += 2) {
      if (arguments[at] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a wrong pointer is a live area's all the same: the guest gave the address out anew. */
  private boolean wrongIsRight() {
    if (call.clause() != Clause.CALL_04 && call.clause() != Clause.CALL_05) {
      return false;
    }
    for (int at = 0; at < endOfPointers(call); at += 2) {
      if (!isAnArea(at)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAnArea(int at) {
    Held held = course.holdings.startingAt(arguments[at]);
    return held != null && (at + 1 == arguments.length || arguments[at + 1] <= held.area().size());
  }

  /**
   * Up to where every other argument is a pointer; behind each but a C string's stands its length.
   * Behind the chunk of a stream stands whether it is the last.
   */
  private static int endOfPointers(Action.Call call) {
    return call.shape() == FunctionShape.STREAM ? 2 : call.operands().size();
  }

  private @Nullable Fault notReturned(CallOutcome outcome, boolean excused) {
    String actual = ScriptSteps.words(call.function(), outcome, arguments);
    if (outcome instanceof CallOutcome.Exited) {
      String expected = "an answer: the process is the host's";
      return fault(Clause.POL_03, Cause.HERE, expected, actual);
    }
    if (outcome instanceof CallOutcome.DeadlineExceeded || outcome.words().contains("exhausted")) {
      String expected = "an answer within the deadline and the stack";
      return fault(Clause.CALL_15, Cause.HERE, expected, actual);
    }
    if (excused) {
      // What lies there need not be what the function takes: nobody knows what was due.
      return null;
    }
    String rejection = new CallOutcome.Returned(call.shape().rejection()).words();
    String expected = call.expected() == Expected.SERVED ? "a result" : rejection + ", and no trap";
    return fault(call.clause(), Cause.RESULT, expected, actual);
  }

  private Fault fault(Clause clause, Cause cause, String expected, String actual) {
    return course.fault(clause, cause, expected, actual, call.function(), grew);
  }
}

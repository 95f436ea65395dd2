package io.modulecontract.script;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.arrow.FlawKind;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Outbox;
import io.modulecontract.host.Area;
import io.modulecontract.host.Result;
import io.modulecontract.host.ResultReader;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Fault.Cause;
import io.modulecontract.spec.Clause;
import org.jspecify.annotations.Nullable;

/**
 * What a call answered: read as a host reads it, and booked among the areas that the host holds.
 */
final class CallResult {

  private static final byte[] NOTHING = {};

  /** What a function of the shape {@code callback} answers when all was delivered. */
  private static final long DONE = 0;

  private final Course course;
  private final Action.Call call;
  private final long[] arguments;
  private final boolean grew;
  private Answer answer = new Answer("rejected", NOTHING);

  CallResult(Course course, Action.Call call, long[] arguments, boolean grew) {
    this.course = course;
    this.call = call;
    this.arguments = arguments;
    this.grew = grew;
  }

  /** What it was, once it was taken without a fault. */
  Answer answer() {
    return answer;
  }

  /**
   * Takes the result.
   *
   * @param excused whether a result is fine where a rejection was expected
   */
  @Nullable Fault take(CallOutcome.Returned returned, boolean excused) {
    String actual = call.function() + " -> " + returned.words();
    Outbox outbox = course.guest.outbox();
    if (outbox.hadEnough()) {
      course.steps.note(() -> "the host wanted no more than the first piece");
    }
    if (outbox.unwanted() > 0) {
      String more = outbox.unwanted() + " more delivered, then " + actual;
      return fault(Clause.CALL_12, "no piece after the host wanted no more", more);
    }
    if (returned.value() == call.shape().rejection()) {
      boolean due = course.looksFor(Look.SHORT_OF_MEMORY) || outbox.hadEnough();
      boolean wrong = call.expected() == Expected.SERVED && !due;
      return wrong ? fault(call.clause(), "a result: the payload is valid", actual) : null;
    }
    if (call.expected() == Expected.REJECTED && !excused) {
      String expected = call.function() + " -> " + rejection();
      return course.fault(call.clause(), Cause.HERE, expected, actual, call.function(), grew);
    }
    return switch (call.shape()) {
      case CSTRING, BYTES, ARROW, STREAM -> made(returned.value());
      case IN_PLACE -> left(returned.value(), actual);
      case CALLBACK -> delivered(returned.value(), actual);
    };
  }

  private String rejection() {
    return new CallOutcome.Returned(call.shape().rejection()).words();
  }

  /** What is left of an area that was changed where it lies. */
  private @Nullable Fault left(long size, String actual) {
    long most = arguments[1];
    if (size > most) {
      String expected = "at most the " + most + " bytes of the area, or " + rejection();
      return fault(Clause.CALL_12, expected, actual);
    }
    answer(course.guest.read(arguments[0], size), "left ");
    return null;
  }

  /** What was handed over meanwhile. */
  private @Nullable Fault delivered(long status, String actual) {
    if (course.guest.outbox().hadEnough()) {
      String expected = call.function() + " -> " + rejection() + ": the host wanted no more";
      return fault(Clause.CALL_12, expected, actual);
    }
    if (status != DONE) {
      return fault(Clause.CALL_12, "0 when all was delivered, or " + rejection(), actual);
    }
    answer(course.guest.outbox().content(), "delivered ");
    return null;
  }

  private void answer(byte[] content, String how) {
    answer = Answer.served(content);
    course.steps.note(() -> how + Content.of(content));
  }

  /** A result in areas of its own. */
  private @Nullable Fault made(long pointer) {
    Guest guest = course.guest;
    Result result = new ResultReader(guest, guest.memorySize()).read(call.shape(), pointer);
    if (result instanceof Result.Unreadable unreadable) {
      course.steps.note(unreadable::found);
      return fault(clause(unreadable.flaw()), unreadable.expected(), unreadable.found());
    }
    Fault fault = book(result);
    if (fault == null) {
      fault = unwritten(result);
    }
    return fault == null ? malformed() : fault;
  }

  /** A result that is no stream where one is due. */
  private @Nullable Fault malformed() {
    if (call.shape() != FunctionShape.ARROW || !course.looksFor(Look.STREAMS)) {
      return null;
    }
    if (!(StreamReader.read(answer.content()) instanceof StreamReading.Flawed flawed)) {
      return null;
    }
    if (flawed.flaw().kind() == FlawKind.LIMIT) {
      throw new BeyondReader("a result that the suite's reader cannot take: " + flawed);
    }
    String actual = answer.content().length + " bytes: " + flawed.flaw();
    return fault(Clause.ARROW_01, "a well-formed Arrow IPC stream", actual);
  }

  private static Clause clause(Result.Flaw flaw) {
    return switch (flaw) {
      case OUTSIDE_MEMORY, TOO_LONG -> Clause.CALL_01;
      case PAIR_IN_DATA -> Clause.CALL_02;
      case NO_NUL, NOT_UTF8 -> Clause.CALL_03;
    };
  }

  private @Nullable Fault book(Result result) {
    for (Area area : result.areas()) {
      boolean data = result instanceof Result.Bytes bytes && area.equals(bytes.data());
      byte[] content = course.guest.read(area.pointer(), area.size());
      if (data || result instanceof Result.Text) {
        answer = Answer.served(content);
      }
      Ref ref = new Ref(course.at(), data ? Ref.Part.DATA : Ref.Part.MAIN);
      Held other = course.holdings.add(new Held(ref, area, content, true));
      if (other != null) {
        return fault(conflict(other), Held.APART, other.sharedWith(area));
      }
    }
    if (result.areas().size() == 1 && result instanceof Result.Bytes) {
      answer = Answer.served(NOTHING);
    }
    course.steps.note(() -> "read " + Content.of(answer.content()));
    return null;
  }

  private Clause conflict(Held other) {
    boolean sameCall = other.ref().action() == course.at();
    return !other.result() ? Clause.CALL_01 : sameCall ? Clause.CALL_02 : Clause.CALL_16;
  }

  /** A byte that the call did not write was there before: no NUL of its own ends the text. */
  private @Nullable Fault unwritten(Result result) {
    if (!(result instanceof Result.Text text)
        || call.expected() != Expected.SERVED
        || !course.looksFor(Look.UNWRITTEN_RESULTS)) {
      return null;
    }
    Area area = text.area();
    for (long address = area.pointer(); address < area.end() - 1; address++) {
      if (!course.guest.guard().stored(address)) {
        return fault(
            Clause.CALL_03,
            "a C string that ends in a NUL byte of its own",
            "the call wrote "
                + (address - area.pointer())
                + " bytes and no NUL; the text goes on with what was there before");
      }
    }
    return null;
  }

  private Fault fault(Clause clause, String expected, String actual) {
    return course.fault(clause, Cause.RESULT, expected, actual, call.function(), grew);
  }
}

package io.modulecontract.script;

import io.modulecontract.abi.Profile;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.host.Area;
import io.modulecontract.script.Fault.Cause;
import io.modulecontract.spec.Clause;
import org.jspecify.annotations.Nullable;

/** The actions that ask for areas and give them back. */
final class AreaSteps {

  private static final CallOutcome RELEASED = new CallOutcome.Returned(Profile.RELEASED);
  private static final CallOutcome NOT_AN_AREA = new CallOutcome.Returned(Profile.NOT_AN_AREA);

  private final Course course;

  AreaSteps(Course course) {
    this.course = course;
  }

  @Nullable Fault give(Content content) {
    long size = content.length();
    long before = course.guest.memorySize();
    CallOutcome outcome = course.made("allocate", course.guest.allocate(size), size);
    long memory = course.guest.memorySize();
    boolean grew = memory > before;
    long pointer = outcome instanceof CallOutcome.Returned returned ? returned.value() : 0;
    if (!outcome.returned() || (pointer == 0 && size > 0)) {
      return course.looksFor(Look.SHORT_OF_MEMORY)
          ? null
          : fault(
              Clause.ALLOC_10,
              "an area of " + size + " bytes",
              "allocate(" + size + ") -> " + outcome.words(),
              grew);
    }
    Area area = new Area(pointer, size);
    if (area.end() > memory) {
      return fault(
          Clause.ALLOC_01,
          "an area inside the memory of " + memory + " bytes",
          size + " bytes at " + pointer,
          grew);
    }
    Held held = new Held(Ref.to(course.at()), area, content.shared(), false);
    Held other = course.holdings.add(held);
    if (other != null) {
      boolean empty = size == 0 || other.area().size() == 0;
      return empty
          ? fault(Clause.ALLOC_04, Held.DIFFERENT, other.sharedWith(area), grew)
          : fault(Clause.ALLOC_02, Held.APART, other.sharedWith(area), grew);
    }
    if (size > 0) {
      course.guest.write(pointer, held.content());
      course.steps.note(() -> "write " + content);
    }
    return null;
  }

  private Fault fault(Clause clause, String expected, String actual, boolean grew) {
    return course.fault(clause, Cause.EARLIER, expected, actual, "allocate", grew);
  }

  @Nullable Fault release(Operand operand) {
    if (course.isGone(operand)) {
      return null;
    }
    long pointer = course.value(operand);
    Held held = course.holdings.startingAt(pointer);
    if (held != null) {
      return giveBack(held);
    }
    // A guest may have no area for 0 bytes; then there is nothing to release.
    boolean none = pointer == 0 && operand instanceof Operand.Pointer;
    return none ? null : refused(pointer, Clause.DEALLOC_02, Cause.EARLIER);
  }

  /**
   * Releases a live area; a result, unless told otherwise, a second time, which must be refused.
   */
  @Nullable Fault giveBack(Held held) {
    long pointer = held.area().pointer();
    if (!course.guest.holds(pointer, held.content())) {
      Clause clause = held.result() ? Clause.CALL_16 : Clause.ALLOC_03;
      return course.fault(
          clause, Cause.EARLIER, held.intact(), held.changeIn(course.guest), "deallocate", false);
    }
    CallOutcome outcome = course.made("deallocate", course.guest.deallocate(pointer), pointer);
    course.holdings.released(held);
    if (!outcome.equals(RELEASED)) {
      return course.fault(
          held.result() ? resultNotReleased(held) : Clause.DEALLOC_01,
          held.result() ? Cause.RESULT : Cause.EARLIER,
          "deallocate(" + pointer + ") -> 0: " + held.words() + " is live",
          "deallocate(" + pointer + ") -> " + outcome.words(),
          "deallocate",
          false);
    }
    return held.result() && !course.looksFor(Look.RELEASED_ONCE)
        ? refused(pointer, Clause.CALL_01, Cause.SECOND_RELEASE)
        : null;
  }

  /** Data behind their pair, in the pair's own area, are CALL-02's. */
  private Clause resultNotReleased(Held held) {
    Held pair = course.holdings.find(Ref.to(held.ref().action()));
    boolean behind =
        held.ref().part() == Ref.Part.DATA
            && pair != null
            && held.area().pointer() == pair.area().end();
    return behind ? Clause.CALL_02 : Clause.CALL_01;
  }

  private @Nullable Fault refused(long pointer, Clause clause, Cause cause) {
    CallOutcome outcome = course.made("deallocate", course.guest.deallocate(pointer), pointer);
    return outcome.equals(NOT_AN_AREA)
        ? null
        : course.fault(
            clause,
            cause,
            "deallocate(" + pointer + ") -> -1: no live area starts there",
            "deallocate(" + pointer + ") -> " + outcome.words(),
            "deallocate",
            false);
  }
}

package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ToFit;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import java.util.ArrayList;
import java.util.List;

/** A program in the making: its actions, the areas that they bring about, the room that is left. */
final class Draft {

  /** All areas together, those of calls with what these may need: more takes too much time. */
  private static final long MOST_BYTES = 256 << 10;

  private final List<Action> actions = new ArrayList<>();
  private final Areas areas = new Areas();
  private long room;

  /**
   * @param room the bytes that a guest can give out at its start
   */
  Draft(long room) {
    // A quarter every honest allocator can use: half of it for one large area.
    this.room = Math.min(MOST_BYTES, ToFit.into(room).most() / 2);
  }

  List<Action> actions() {
    return actions;
  }

  Areas areas() {
    return areas;
  }

  /** Whether the guest must have so much more memory; then it is counted. */
  boolean takesRoom(long needed) {
    if (needed > room) {
      return false;
    }
    room -= needed;
    return true;
  }

  /** A new area, unless the guest need not have the memory for it. */
  boolean give(Content content, int times) {
    return takesRoom((content.length() + 16L) * times) && giveApart(content);
  }

  /** The same of one that does not count. */
  boolean giveApart(Content content) {
    areas.given(actions.size(), content);
    actions.add(new Action.Give(content));
    return true;
  }

  void release(Areas.Known area) {
    areas.release(area, actions.size());
    actions.add(new Action.Release(pointer(area, 0)));
  }

  void releaseAgain(int pick) {
    areas.releaseAgain(pick).ifPresent(area -> actions.add(new Action.Release(pointer(area, 0))));
  }

  void add(Action.Call call) {
    if (call.expected() != Expected.REJECTED) {
      book(call);
    }
    actions.add(call);
  }

  private void book(Action.Call call) {
    if (call.shape().makesAreas()) {
      areas.called(actions.size(), call.shape() != FunctionShape.CSTRING);
    }
    if (call.shape() == FunctionShape.IN_PLACE
        && call.operands().get(0) instanceof Operand.Pointer pointer) {
      areas.changed(pointer.area());
    }
  }

  static Operand pointer(Areas.Known area, long delta) {
    return new Operand.Pointer(area.ref(), delta);
  }

  static Operand length(Areas.Known area, long delta) {
    return new Operand.Length(area.ref(), delta);
  }
}

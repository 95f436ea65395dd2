package io.modulecontract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renames the areas that an action names, when a script loses actions or gets others in front. */
final class References {

  /** The new index of an action that is no longer there. */
  static final int GONE = -1;

  private References() {}

  /** The action with the new indices; empty when an area that it names is gone. */
  static Optional<Action> renamed(Action action, int[] moved) {
    if (action instanceof Action.Release release) {
      return renamed(release.pointer(), moved).map(Action.Release::new);
    }
    if (action instanceof Action.Call call) {
      List<Operand> operands = new ArrayList<>(call.operands().size());
      for (Operand operand : call.operands()) {
        Optional<Operand> renamed = renamed(operand, moved);
        if (renamed.isEmpty()) {
          return Optional.empty();
        }
        operands.add(renamed.get());
      }
      return Optional.of(
          new Action.Call(call.function(), call.shape(), operands, call.expected(), call.clause()));
    }
    return Optional.of(action);
  }

  private static Optional<Operand> renamed(Operand operand, int[] moved) {
    if (operand instanceof Operand.Pointer pointer) {
      return renamed(pointer.area(), moved).map(area -> new Operand.Pointer(area, pointer.delta()));
    }
    if (operand instanceof Operand.Length length) {
      return renamed(length.area(), moved).map(area -> new Operand.Length(area, length.delta()));
    }
    return Optional.of(operand);
  }

  private static Optional<Ref> renamed(Ref area, int[] moved) {
    int index = moved[area.action()];
    return index == GONE ? Optional.empty() : Optional.of(new Ref(index, area.part()));
  }
}

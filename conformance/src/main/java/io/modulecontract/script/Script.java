package io.modulecontract.script;

import io.modulecontract.abi.ToFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A sequence of actions on one instance. Later actions name the areas of earlier ones by index; at
 * the end the host releases whatever is live, oldest first.
 *
 * @param actions the actions in order
 */
public record Script(List<Action> actions) {

  /** Copies the list. */
  public Script {
    actions = List.copyOf(actions);
  }

  /** These actions. */
  public static Script of(Action... actions) {
    return new Script(List.of(actions));
  }

  /** How many actions there are. */
  public int length() {
    return actions.size();
  }

  /** The first actions only. */
  public Script prefix(int length) {
    return new Script(actions.subList(0, length));
  }

  /** With another action at an index. */
  public Script with(int index, Action action) {
    List<Action> changed = new ArrayList<>(actions);
    changed.set(index, action);
    return new Script(changed);
  }

  /** Without the actions that the test picks, and without those that name an area of them. */
  public Script without(Predicate<Action> suspects) {
    return drop(index -> suspects.test(actions.get(index)));
  }

  /** Without the actions from one index up to another, and those that name an area of them. */
  public Script without(int from, int to) {
    return drop(index -> index >= from && index < to);
  }

  private Script drop(IntPredicate gone) {
    int[] moved = new int[actions.size()];
    List<Action> kept = new ArrayList<>(actions.size());
    for (int i = 0; i < actions.size(); i++) {
      Optional<Action> renamed =
          gone.test(i) ? Optional.empty() : References.renamed(actions.get(i), moved);
      moved[i] = renamed.isPresent() ? kept.size() : References.GONE;
      renamed.ifPresent(kept::add);
    }
    return new Script(kept);
  }

  /** Other actions first, then these. */
  public Script after(Script first) {
    int[] moved = new int[actions.size()];
    List<Action> all = new ArrayList<>(first.actions);
    for (int i = 0; i < moved.length; i++) {
      moved[i] = first.length() + i;
      all.add(References.renamed(actions.get(i), moved).orElseThrow());
    }
    return new Script(all);
  }

  /**
   * How many bytes a guest must have for it (SPEC.md, "to fit"): its areas, and what its calls may
   * need besides. What a call is passed of another one's results is not counted: it is not known.
   */
  public long needed() {
    return actions.stream().mapToLong(this::needed).sum();
  }

  private long needed(Action action) {
    if (action instanceof Action.Give give) {
      return ToFit.counted(give.content().length());
    }
    return action instanceof Action.Call call
        ? (ToFit.PAYLOAD - 1) * call.operands().stream().mapToLong(this::given).sum()
        : 0;
  }

  /** How long the area is whose pointer is passed, where the host gave it. */
  private long given(Operand operand) {
    return operand instanceof Operand.Pointer pointer
            && actions.get(pointer.area().action()) instanceof Action.Give give
        ? give.content().length()
        : 0;
  }

  /** How much there is in it: what shrinking makes smaller when the length cannot be. */
  public long weight() {
    return actions.stream()
        .filter(Action.Give.class::isInstance)
        .mapToLong(action -> ((Action.Give) action).content().length())
        .sum();
  }
}

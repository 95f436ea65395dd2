package io.modulecontract.script;

import io.modulecontract.abi.FunctionShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Smaller scripts to try when one fails: fewer actions, then smaller contents of the same kind. */
public final class ScriptShrinks {

  private ScriptShrinks() {}

  /**
   * The smallest finding of the same clause that can be reached one step at a time.
   *
   * @param found the finding to begin with
   * @param judge asked about every candidate
   * @param spent how many calls of the guest were made so far
   * @param most how many there may be
   */
  public static Finding smallest(
      Finding found, Function<Script, Optional<Finding>> judge, LongSupplier spent, long most) {
    Finding best = found;
    boolean better = true;
    while (better && spent.getAsLong() < most) {
      Finding current = best;
      Optional<Finding> next =
          of(current.script())
              .takeWhile(candidate -> spent.getAsLong() < most)
              .map(judge)
              .flatMap(Optional::stream)
              .filter(finding -> finding.clause() == found.clause())
              .filter(finding -> smaller(finding.script(), current.script()))
              .findFirst();
      better = next.isPresent();
      best = next.orElse(best);
    }
    return best;
  }

  /**
   * Smaller scripts than this one, the much smaller ones first; each is made when it is asked for.
   */
  public static Stream<Script> of(Script script) {
    List<Supplier<Optional<Script>>> edits = new ArrayList<>();
    shorter(script, edits);
    lighter(script, edits);
    // One flat stream: of nested ones, Java makes all inner elements before it looks at the first.
    return edits.stream().map(Supplier::get).filter(Optional::isPresent).map(Optional::get);
  }

  private static boolean smaller(Script one, Script other) {
    return one.length() < other.length()
        || (one.length() == other.length() && one.weight() < other.weight());
  }

  private static void shorter(Script script, List<Supplier<Optional<Script>>> edits) {
    int length = script.length();
    for (int size = length / 2; size > 0; size /= 2) {
      for (int end = length; end > 0; end -= size) {
        int from = Math.max(0, end - size);
        int to = end;
        edits.add(() -> Optional.of(script.without(from, to)));
      }
    }
  }

  /** The areas of meta streams: a smaller one would be another command, or none. */
  private static Set<Integer> commands(Script script) {
    Set<Integer> commands = new HashSet<>();
    for (Action action : script.actions()) {
      if (action instanceof Action.Call call
          && call.shape() == FunctionShape.ARROW
          && call.operands().get(0) instanceof Operand.Pointer pointer
          && script.actions().get(pointer.area().action()) instanceof Action.Give give
          && Streams.kind(give.content().bytes()) == Streams.Kind.SOUND) {
        commands.add(pointer.area().action());
      }
    }
    return commands;
  }

  private static void lighter(Script script, List<Supplier<Optional<Script>>> edits) {
    Set<Integer> fixed = commands(script);
    for (int i = 0; i < script.length(); i++) {
      int index = i;
      if (script.actions().get(i) instanceof Action.Give give && !fixed.contains(i)) {
        for (Supplier<Optional<Content>> smaller : Contents.smaller(give.content())) {
          edits.add(
              () -> smaller.get().map(content -> script.with(index, new Action.Give(content))));
        }
      }
    }
  }
}

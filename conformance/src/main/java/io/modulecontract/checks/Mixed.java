package io.modulecontract.checks;

import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Random scripts of everything that a host does: areas, calls, releases. */
final class Mixed {

  private Mixed() {}

  /** About so many areas, and calls of these functions with some of them. */
  static Script script(List<FunctionCalls> functions, SplittableRandom random, int areas) {
    List<Action> actions = new ArrayList<>();
    Set<Integer> released = new HashSet<>();
    for (int i = 0; i < areas; i++) {
      int length = 1 + random.nextInt(1 << random.nextInt(1, 12));
      boolean call = !functions.isEmpty() && random.nextBoolean();
      if (call) {
        FunctionCalls function = functions.get(random.nextInt(functions.size()));
        int first = actions.size();
        actions.addAll(function.random(random, length).gives());
        actions.add(function.served(first));
      } else {
        actions.add(new Action.Give(Content.of("m", length)));
      }
      if (random.nextInt(3) == 0) {
        int given = random.nextInt(actions.size());
        if (actions.get(given) instanceof Action.Give && released.add(given)) {
          actions.add(new Action.Release(FunctionCalls.pointer(given, 0)));
        }
      }
    }
    return new Script(actions);
  }
}

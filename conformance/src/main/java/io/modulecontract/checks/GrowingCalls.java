package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import java.util.ArrayList;
import java.util.List;

/** Makes scripts whose call finds the memory full, so that its result needs growth. */
final class GrowingCalls {

  private static final int[] FILLERS = {32_768, 1_024, 64};
  private static final int MOST_OF_A_SIZE = 3_000;

  private GrowingCalls() {}

  /** A call behind as many areas as fit before the memory would grow. */
  static Script script(Guests guests, FunctionCalls function, Parameters payload) {
    List<Action> actions = new ArrayList<>(payload.gives());
    for (int size : FILLERS) {
      int fitting = fitting(guests.next(), actions, size);
      for (int i = 0; i < fitting; i++) {
        actions.add(new Action.Give(Content.of("f", size)));
      }
    }
    actions.add(function.served(0));
    return new Script(actions);
  }

  /** How many areas of a size fit behind these, until the memory grows. */
  private static int fitting(Guest guest, List<Action> before, int size) {
    for (Action action : before) {
      if (!allocated(guest, ((Action.Give) action).content().length())) {
        return 0;
      }
    }
    long memory = guest.memorySize();
    int fitting = 0;
    while (fitting < MOST_OF_A_SIZE && allocated(guest, size) && guest.memorySize() == memory) {
      fitting++;
    }
    return fitting;
  }

  private static boolean allocated(Guest guest, long size) {
    return guest.allocate(size).isArea();
  }
}

package io.modulecontract.checks;

import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import java.util.ArrayList;
import java.util.List;

/** A script as it is put together, with the index of the action that comes next. */
final class Steps {

  private final List<Action> actions = new ArrayList<>();

  /** The index that the next action will have. */
  int next() {
    return actions.size();
  }

  /** Adds an action. */
  Steps then(Action action) {
    actions.add(action);
    return this;
  }

  /** Adds an area of the host's that no call is passed. */
  Steps give(Content content) {
    return then(new Action.Give(content));
  }

  /** Adds the areas of a call. The call names them by the index that the first of them has. */
  Steps give(Parameters parameters) {
    actions.addAll(parameters.gives());
    return this;
  }

  /** Adds a release of the area that an action brought about. */
  Steps release(int action) {
    return then(new Action.Release(FunctionCalls.pointer(action, 0)));
  }

  /** Adds the areas of a call that must be served, and the call. */
  Steps served(FunctionCalls function, Parameters parameters) {
    int first = next();
    return give(parameters).then(function.served(first));
  }

  /** Adds the areas of a call that must be rejected, and the call. */
  Steps rejected(FunctionCalls function, Parameters parameters) {
    int first = next();
    return give(parameters).then(function.rejected(first, function.rejection()));
  }

  /** The action with this index. */
  Action get(int index) {
    return actions.get(index);
  }

  /** What there is so far. */
  Script script() {
    return new Script(actions);
  }
}

package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function that programs call.
 *
 * @param declared the function
 * @param streams what it is called with, when that is tables
 */
record CalledFunction(ModuleDescriptor.Function declared, Optional<StreamCalls> streams) {

  /** Those of a module that can be called: first those of text and bytes, then those of tables. */
  static List<CalledFunction> of(List<ModuleDescriptor.Function> functions) {
    List<CalledFunction> called = new ArrayList<>();
    for (ModuleDescriptor.Function function : functions) {
      if (takesBytes(function)) {
        called.add(new CalledFunction(function, Optional.empty()));
      }
    }
    for (ModuleDescriptor.Function function : functions) {
      function
          .tables()
          .ifPresent(
              tables ->
                  called.add(new CalledFunction(function, Optional.of(new StreamCalls(tables)))));
    }
    return List.copyOf(called);
  }

  /** Whether a program can call it: it is known what it takes. */
  static boolean canBeCalled(ModuleDescriptor.Function function) {
    return takesBytes(function) || function.tables().isPresent();
  }

  private static boolean takesBytes(ModuleDescriptor.Function function) {
    return function.shape() != FunctionShape.ARROW;
  }

  String name() {
    return declared.name();
  }

  boolean isCString() {
    return declared.shape() == FunctionShape.CSTRING;
  }
}

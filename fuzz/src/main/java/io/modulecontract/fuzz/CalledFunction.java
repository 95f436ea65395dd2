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

  /** Those of a module that can be called. The order is a part of the encoding. */
  static List<CalledFunction> of(List<ModuleDescriptor.Function> functions) {
    List<CalledFunction> called = new ArrayList<>();
    for (Group group : Group.values()) {
      functions.stream()
          .filter(function -> group == Group.of(function.shape()))
          .filter(CalledFunction::canBeCalled)
          .map(function -> new CalledFunction(function, function.tables().map(StreamCalls::new)))
          .forEach(called::add);
    }
    return List.copyOf(called);
  }

  /** Whether a program can call it: it is known what it takes. */
  static boolean canBeCalled(ModuleDescriptor.Function function) {
    return !function.lacksTables();
  }

  /** In which order functions are counted. */
  private enum Group {
    /** What takes text or bytes and gives areas. */
    AREAS,
    /** What takes tables. */
    TABLES,
    /** What gives no area: they came last, and what was called before keeps its number. */
    OTHERS;

    static Group of(FunctionShape shape) {
      return switch (shape) {
        case CSTRING, BYTES, STREAM -> AREAS;
        case ARROW -> TABLES;
        case IN_PLACE, CALLBACK -> OTHERS;
      };
    }
  }

  String name() {
    return declared.name();
  }

  boolean isCString() {
    return declared.shape() == FunctionShape.CSTRING;
  }
}

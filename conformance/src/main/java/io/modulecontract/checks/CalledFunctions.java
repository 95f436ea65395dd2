package io.modulecontract.checks;

import io.modulecontract.abi.FunctionShape;
import java.util.List;
import java.util.function.Predicate;

/** The functions that a check calls; where there is none, the check does not apply. */
final class CalledFunctions {

  private CalledFunctions() {}

  /** Every function of which it is known what it takes; there may be none. */
  static List<FunctionCalls> known() {
    return CheckRun.current().subject().functions().stream().map(FunctionCalls::new).toList();
  }

  /** All of them. */
  static List<FunctionCalls> all() {
    List<FunctionCalls> functions = known();
    if (functions.isEmpty()) {
      throw CheckRun.notApplicable(CheckRun.current().subject().withoutFunctions());
    }
    return functions;
  }

  /** Those that take and give C strings. */
  static List<FunctionCalls> cStrings() {
    return those(
        FunctionCalls::isCString, "no function has the shape `" + FunctionShape.CSTRING + "`");
  }

  /** Those that are passed a length with each pointer. */
  static List<FunctionCalls> measured() {
    return those(
        function -> !function.isCString(),
        "every function has the shape `" + FunctionShape.CSTRING + "`, and is passed no length");
  }

  /** Those whose result is areas of its own. */
  static List<FunctionCalls> making() {
    return those(FunctionCalls::makesAreas, "no function's result is an area of its own");
  }

  /** Those that answer a pair. */
  static List<FunctionCalls> pairs() {
    return those(
        function -> function.makesAreas() && !function.isCString(),
        "no function has the shape `" + FunctionShape.BYTES + "` or `" + FunctionShape.ARROW + "`");
  }

  /** Those that leave what they are given as it is. */
  static List<FunctionCalls> reading() {
    return those(
        function -> !function.changesItsArea(),
        "every function has the shape `"
            + FunctionShape.IN_PLACE
            + "`: to change the area is its work");
  }

  /** Those that take text or bytes. */
  static List<FunctionCalls> bytes() {
    return those(
        function -> !function.takesStreams(),
        "every function takes Arrow streams: ARROW-02 asks for these");
  }

  /** Those to which some payload, or what is passed beside it, is invalid. */
  static List<FunctionCalls> rejecting() {
    return those(
        function -> function.takesText() || function.takesChunks(), "no function takes text alone");
  }

  /** Those that take Arrow streams. */
  static List<FunctionCalls> streams() {
    Subject subject = CheckRun.current().subject();
    return those(
        FunctionCalls::takesStreams,
        subject.lacksTables()
            ? subject.withoutFunctions()
            : "no function has the shape `" + FunctionShape.ARROW + "`");
  }

  private static List<FunctionCalls> those(Predicate<FunctionCalls> wanted, String none) {
    List<FunctionCalls> functions = all().stream().filter(wanted).toList();
    if (functions.isEmpty()) {
      throw CheckRun.notApplicable(none);
    }
    return functions;
  }
}

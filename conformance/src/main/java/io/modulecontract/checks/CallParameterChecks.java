package io.modulecontract.checks;

import io.modulecontract.abi.U32;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family CALL, what calls are given: pointers, lengths, and whose the areas stay. */
class CallParameterChecks {

  @Test
  @Decides(Clause.CALL_04)
  void inventedPointersAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (int area = 0; area < function.areas(); area++) {
        for (Operand pointer : invented(calls, function, area)) {
          for (Operand length : anyLength(function, area)) {
            calls.example(wrong(function, area, pointer, length, Clause.CALL_04));
          }
        }
      }
    }
  }

  /** A length that would fit, the least, and none: it must not spare an address the look-up. */
  private static List<Operand> anyLength(FunctionCalls function, int area) {
    Operand whole = FunctionCalls.length(area, 0);
    Operand one = new Operand.Literal(1);
    return switch (function.declared().shape()) {
      case CSTRING -> List.of(whole);
      // Pointer 0 and length 0 give a value up there.
      case STREAM -> List.of(whole, one);
      default -> List.of(whole, one, new Operand.Literal(0));
    };
  }

  private static List<Operand> invented(Calls calls, FunctionCalls function, int area) {
    long stack = calls.guest().stackPointer();
    long end = usual(function, area);
    List<Operand> invented = new ArrayList<>();
    for (long delta : new long[] {1, 2, 4, 7, 8, 16, -1, -4, -8, -16, end}) {
      invented.add(FunctionCalls.pointer(area, delta));
    }
    for (long value : new long[] {0, 1, 4, 8, 1_024, 65_536, stack, stack - 16}) {
      invented.add(new Operand.Literal(U32.of(value)));
    }
    for (long value : new long[] {(1L << 31) - 1, 1L << 31, (1L << 31) + 1, U32.MAX - 7, U32.MAX}) {
      invented.add(new Operand.Literal(value));
    }
    for (long delta : new long[] {-1, 0, 1, U32.PAGE}) {
      invented.add(new Operand.MemoryEnd(delta));
    }
    return invented;
  }

  /** How long the area of a usual parameter is. A C string's NUL stands behind its text. */
  private static long usual(FunctionCalls function, int area) {
    int length = function.payloads().usual().contents().get(area).length();
    return function.isCString() ? length - 1 : length;
  }

  /** A wrong call behind live areas and before a call that is right and must be served still. */
  private static Script wrong(
      FunctionCalls function, int area, Operand pointer, Operand length, Clause clause) {
    return new Steps()
        .give(function.payloads().usual())
        .then(function.wrong(0, area, pointer, length, clause))
        .then(function.served(0))
        .script();
  }

  @Test
  @Decides(Clause.CALL_05)
  void releasedPointersAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (int length : new int[] {1, 8, 26, 100, 5_000, 70_000}) {
        Parameters parameters = function.payloads().sized(length);
        for (int area = 0; area < function.areas(); area++) {
          Action.Call again = function.rejected(0, Clause.CALL_05);
          calls.example(new Steps().give(parameters).release(area).then(again).script());
          calls.example(
              new Steps()
                  .served(function, parameters)
                  .give(Content.of("other", 30))
                  .release(area)
                  .then(again)
                  .served(function, function.payloads().usual())
                  .script());
        }
      }
    }
  }

  @Test
  @Decides(Clause.CALL_06)
  void greaterLengthsAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.measured()) {
      for (long more : new long[] {1, 2, 4, 7, 8, 16, 100, U32.PAGE, 1L << 31}) {
        lengths(calls, function, more, Clause.CALL_06);
      }
      for (long length : new long[] {(1L << 31) - 1, 1L << 31, U32.MAX - 7, U32.MAX}) {
        lengths(calls, function, new Operand.Literal(length), Clause.CALL_06);
      }
    }
  }

  @Test
  @Decides(Clause.CALL_18)
  void smallerLengthsAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.measured()) {
      for (long less : new long[] {-1, -2, -8, -20}) {
        lengths(calls, function, less, Clause.CALL_18);
      }
      lengths(calls, function, new Operand.Literal(0), Clause.CALL_18);
    }
  }

  private static void lengths(Calls calls, FunctionCalls function, long delta, Clause clause) {
    for (int area = 0; area < function.areas(); area++) {
      lengths(calls, function, area, FunctionCalls.length(area, delta), clause);
    }
  }

  private static void lengths(Calls calls, FunctionCalls function, Operand length, Clause clause) {
    for (int area = 0; area < function.areas(); area++) {
      lengths(calls, function, area, length, clause);
    }
  }

  private static void lengths(
      Calls calls, FunctionCalls function, int area, Operand length, Clause clause) {
    Script wrong = wrong(function, area, FunctionCalls.pointer(area, 0), length, clause);
    calls.example(wrong);
    calls.example(wrong.after(new Steps().give(Content.of("neighbour", 10)).script()));
  }

  @Test
  @Decides(Clause.CALL_07)
  void parametersStayTheHosts() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : calls.payloads(function)) {
        calls.example(function.once(payload));
        calls.example(new Steps().served(function, payload).give(payload).script());
      }
      for (Parameters payload : function.payloads().invalid()) {
        calls.example(new Steps().rejected(function, payload).give(payload).script());
      }
    }
  }

  @Test
  @Decides(Clause.CALL_08)
  void parametersAreUnchanged() {
    Calls calls = new Calls(Look.PARAMETERS);
    for (FunctionCalls function : CalledFunctions.reading()) {
      calls.payloads(function).forEach(payload -> calls.example(function.once(payload)));
    }
  }

  @Test
  @Decides(Clause.CALL_09)
  void nothingElseIsWritten() {
    amongOthers();
  }

  @Test
  @Decides(Clause.CALL_10)
  void nothingElseIsRead() {
    amongOthers();
  }

  /** Parameters of all lengths among live areas of many sizes, before and behind. */
  private static void amongOthers() {
    Calls calls = new Calls();
    SplittableRandom random = CheckRun.current().random();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : calls.payloads(function)) {
        calls.example(Neighbours.around(function, payload));
        calls.example(Neighbours.ofManySizes(function, payload, random));
        if (function.makesAreas()) {
          Neighbours.aroundResults(calls, function, payload).ifPresent(calls::example);
        }
      }
      for (Parameters wrong : Neighbours.rejected(function)) {
        calls.example(Neighbours.rejectedThenServed(function, wrong, function.rejection()));
      }
    }
  }
}

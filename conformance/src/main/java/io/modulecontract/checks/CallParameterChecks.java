package io.modulecontract.checks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.U32;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Payloads;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family CALL, what calls are given: pointers, lengths, and whose the areas stay. */
class CallParameterChecks {

  private static final Content TEXT = Content.of("a parameter of some length");

  @Test
  @Decides(Clause.CALL_04)
  void inventedPointersAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      for (Operand pointer : invented(calls)) {
        calls.example(wrong(function, pointer, FunctionCalls.length(0, 0), Clause.CALL_04));
        calls.example(wrong(function, pointer, new Operand.Literal(1), Clause.CALL_04));
      }
    }
  }

  private static List<Operand> invented(Calls calls) {
    long stack = calls.guest().stackPointer();
    List<Operand> invented = new ArrayList<>();
    for (long delta : new long[] {1, 2, 4, 7, 8, 16, -1, -4, -8, -16, TEXT.length()}) {
      invented.add(FunctionCalls.pointer(0, delta));
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

  /** A wrong call between a live area and a call that is right and must be served still. */
  private static Script wrong(
      FunctionCalls function, Operand pointer, Operand length, Clause clause) {
    return Script.of(
        function.parameter(TEXT),
        function.call(pointer, length, Expected.REJECTED, clause),
        function.served(0));
  }

  @Test
  @Decides(Clause.CALL_05)
  void releasedPointersAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      for (int length : new int[] {1, 8, 26, 100, 5_000, 70_000}) {
        Action.Give parameter = function.parameter(Content.of("r", length));
        Action.Release release = new Action.Release(FunctionCalls.pointer(0, 0));
        calls.example(Script.of(parameter, release, released(function)));
        calls.example(
            Script.of(
                parameter,
                function.served(0),
                new Action.Give(Content.of("other", 30)),
                release,
                released(function),
                function.parameter(TEXT),
                function.served(5)));
      }
    }
  }

  private static Action.Call released(FunctionCalls function) {
    return function.rejected(0, Clause.CALL_05);
  }

  @Test
  @Decides(Clause.CALL_06)
  void greaterLengthsAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions(FunctionShape.BYTES)) {
      for (long more : new long[] {1, 2, 4, 7, 8, 16, 100, U32.PAGE, 1L << 31}) {
        lengths(calls, function, FunctionCalls.length(0, more), Clause.CALL_06);
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
    for (FunctionCalls function : Calls.functions(FunctionShape.BYTES)) {
      for (long less : new long[] {-1, -2, -8, -20}) {
        lengths(calls, function, FunctionCalls.length(0, less), Clause.CALL_18);
      }
      lengths(calls, function, new Operand.Literal(0), Clause.CALL_18);
    }
  }

  private static void lengths(Calls calls, FunctionCalls function, Operand length, Clause clause) {
    calls.example(wrong(function, FunctionCalls.pointer(0, 0), length, clause));
    calls.example(
        wrong(function, FunctionCalls.pointer(0, 0), length, clause)
            .after(Script.of(new Action.Give(Content.of("neighbour", 10)))));
  }

  @Test
  @Decides(Clause.CALL_07)
  void parametersStayTheHosts() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      for (Content payload : calls.payloads(function)) {
        calls.example(function.once(payload));
        calls.example(
            Script.of(
                function.parameter(payload), function.served(0), function.parameter(payload)));
      }
      if (function.takesText()) {
        for (Content payload : Payloads.invalid()) {
          calls.example(
              Script.of(
                  function.parameter(payload),
                  function.rejected(0, Clause.CALL_13),
                  function.parameter(payload)));
        }
      }
    }
  }

  @Test
  @Decides(Clause.CALL_08)
  void parametersAreUnchanged() {
    Calls calls = new Calls(Look.PARAMETERS);
    for (FunctionCalls function : Calls.functions()) {
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
    for (FunctionCalls function : Calls.functions()) {
      for (Content payload : calls.payloads(function)) {
        calls.example(CallResultChecks.between(function, payload));
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          actions.add(new Action.Give(Content.of("z", random.nextInt(1, 40))));
        }
        actions.add(function.parameter(payload));
        for (int i = 0; i < 4; i++) {
          actions.add(new Action.Give(Content.of("z", random.nextInt(1, 40))));
        }
        actions.add(function.served(4));
        calls.example(new Script(actions));
      }
    }
  }
}

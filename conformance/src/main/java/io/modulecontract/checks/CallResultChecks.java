package io.modulecontract.checks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.script.Payloads;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family CALL, what calls answer: result areas, and which payloads are served. */
class CallResultChecks {

  private static final byte[] OLD = {'o', 'l', 'd', ' '};

  @Test
  @Decides(Clause.CALL_01)
  void resultsAreAreasOfTheirOwn() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      calls.payloads(function).forEach(payload -> calls.example(between(function, payload)));
      calls.large().forEach(payload -> calls.example(between(function, payload)));
    }
  }

  @Test
  @Decides(Clause.CALL_02)
  void thePairIsApartFromItsData() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions(FunctionShape.BYTES)) {
      calls.payloads(function).forEach(payload -> calls.example(function.once(payload)));
    }
  }

  /** In memory full of old bytes: without a NUL of its own a text would go on with them. */
  @Test
  @Decides(Clause.CALL_03)
  void cStringsEndInTheirAreas() {
    Calls calls = new Calls(Look.UNWRITTEN_RESULTS);
    for (FunctionCalls function : Calls.functions(FunctionShape.CSTRING)) {
      for (Content payload : calls.payloads(function)) {
        calls.example(function.once(payload));
        calls.example(function.once(payload).after(old(payload.length())));
      }
    }
  }

  @Test
  @Decides(Clause.CALL_12)
  void validPayloadsAreServed() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      calls.payloads(function).forEach(payload -> calls.example(function.once(payload)));
      calls.large().forEach(payload -> calls.example(function.once(payload)));
    }
  }

  @Test
  @Decides(Clause.CALL_13)
  void invalidPayloadsAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.textFunctions()) {
      for (Content payload : Payloads.invalid()) {
        calls.example(rejectedThenServed(function, function.parameter(payload)));
      }
      if (function.isCString()) {
        for (int length : new int[] {1, 7, 8, 16, 100, 4_096}) {
          Action.Give without = new Action.Give(Content.of("n", length));
          calls.example(rejectedThenServed(function, without));
        }
      }
    }
  }

  /** The instance goes on: a call that is valid is served after it. */
  private static Script rejectedThenServed(FunctionCalls function, Action.Give invalid) {
    return Script.of(
        invalid,
        function.rejected(0, Clause.CALL_13),
        function.parameter(Content.of("valid")),
        function.served(2));
  }

  @Test
  @Decides(Clause.CALL_15)
  void callsReturnWithinDeadlineAndStack() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      // The longest first: what it shows repeats, while a border depends on how warm the code is.
      calls.large().stream()
          .sorted(Comparator.comparingInt(Content::length).reversed())
          .forEach(payload -> calls.example(function.once(payload)));
      for (Content payload : calls.payloads(function)) {
        calls.example(function.once(payload));
      }
      for (String end : List.of(" ", "\n", "\t", "\\", "%", "\"", "0", "-")) {
        calls.example(function.once(Content.of("word").and((byte) end.charAt(0))));
        calls.example(function.once(Content.of(end, 100)));
      }
    }
  }

  @Test
  @Decides(Clause.CALL_16)
  void earlierResultsStay() {
    Calls calls = new Calls();
    SplittableRandom random = CheckRun.current().random();
    for (FunctionCalls function : Calls.functions()) {
      for (int i = 0; i < CheckRun.current().effort().programs() / 5; i++) {
        List<Action> actions = new ArrayList<>();
        int count = random.nextInt(2, 8);
        for (int j = 0; j < count; j++) {
          int length = 1 + random.nextInt(1 << random.nextInt(1, 12));
          actions.add(
              function.parameter(Payloads.random(function.declared().payload(), random, length)));
          actions.add(function.served(actions.size() - 1));
        }
        calls.example(new Script(actions));
      }
    }
  }

  /** A call whose parameter lies between areas that are none of its business. */
  static Script between(FunctionCalls function, Content payload) {
    return Script.of(
        new Action.Give(Content.of("before", 4)),
        function.parameter(payload),
        new Action.Give(Content.of("behind", 4)),
        function.served(1));
  }

  /** An area full of old bytes, released again; what comes next is likely to lie there. */
  private static Script old(int length) {
    return Script.of(
        new Action.Give(Content.of(OLD, 64 + length)),
        new Action.Release(FunctionCalls.pointer(0, 0)));
  }
}

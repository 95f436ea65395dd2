package io.modulecontract.checks;

import io.modulecontract.abi.U32;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family CALL, what calls answer: result areas, and which payloads are served. */
class CallResultChecks {

  private static final byte[] OLD = {'o', 'l', 'd', ' '};

  @Test
  @Decides(Clause.CALL_01)
  void resultsAreAreasOfTheirOwn() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.making()) {
      calls
          .payloads(function)
          .forEach(payload -> calls.example(Neighbours.around(function, payload)));
      calls.large(function).forEach(payload -> calls.example(Neighbours.around(function, payload)));
    }
  }

  @Test
  @Decides(Clause.CALL_02)
  void thePairIsApartFromItsData() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.pairs()) {
      calls.payloads(function).forEach(payload -> calls.example(function.once(payload)));
    }
  }

  /** In memory full of old bytes: without a NUL of its own a text would go on with them. */
  @Test
  @Decides(Clause.CALL_03)
  void cStringsEndInTheirAreas() {
    Calls calls = new Calls(Look.UNWRITTEN_RESULTS);
    for (FunctionCalls function : CalledFunctions.cStrings()) {
      for (Parameters payload : calls.payloads(function)) {
        calls.example(function.once(payload));
        calls.example(function.once(payload).after(old(payload.length())));
      }
    }
  }

  @Test
  @Decides(Clause.CALL_12)
  void validPayloadsAreServed() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.bytes()) {
      calls.payloads(function).forEach(payload -> calls.example(function.once(payload)));
      calls.large(function).forEach(payload -> calls.example(function.once(payload)));
      if (function.takesChunks()) {
        calls.payloads(function).forEach(payload -> inChunks(calls, function, payload));
      }
      if (function.delivers()) {
        Calls enough = new Calls(Look.FIRST_PIECE_ONLY);
        enough.payloads(function).forEach(payload -> enough.example(function.once(payload)));
      }
    }
  }

  private static void inChunks(Calls calls, FunctionCalls function, Parameters payload) {
    if (payload.length() < 2) {
      return;
    }
    byte[] value = payload.contents().get(0).bytes();
    InChunks chunks = InChunks.random(function, value, CheckRun.current().random());
    if (calls.example(chunks.chunks())) {
      Scenarios.run(chunks);
    }
  }

  @Test
  @Decides(Clause.CALL_13)
  void invalidPayloadsAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.rejecting()) {
      for (Parameters payload : function.payloads().invalid()) {
        calls.example(Neighbours.rejectedThenServed(function, payload, function.rejection()));
      }
      if (function.takesChunks()) {
        neitherLastNorNot(calls, function);
      }
      if (function.isCString()) {
        for (int length : new int[] {1, 7, 8, 16, 100, 4_096}) {
          Content without = Content.of("n", length);
          calls.example(
              Neighbours.rejectedThenServed(
                  function, Parameters.of(without), function.rejection()));
        }
      }
    }
  }

  /** What stands behind a chunk is 0 or 1. */
  private static void neitherLastNorNot(Calls calls, FunctionCalls function) {
    Parameters usual = function.payloads().usual();
    for (long last : new long[] {2, 3, 255, 256, 257, 1L << 16, 1L << 31, U32.MAX}) {
      Action.Call call =
          function.chunk(0, new Operand.Literal(last), Action.Expected.REJECTED, Clause.CALL_13);
      calls.example(new Steps().give(usual).then(call).served(function, usual).script());
    }
  }

  @Test
  @Decides(Clause.CALL_15)
  void callsReturnWithinDeadlineAndStack() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.all()) {
      // The longest first: what it shows repeats, while a border depends on how warm the code is.
      calls.large(function).stream()
          .sorted(Comparator.comparingInt(Parameters::length).reversed())
          .forEach(payload -> calls.example(function.once(payload)));
      for (Parameters payload : calls.payloads(function)) {
        calls.example(function.once(payload));
      }
      for (Parameters payload : function.payloads().awkward()) {
        calls.example(function.once(payload));
      }
    }
  }

  @Test
  @Decides(Clause.CALL_16)
  void earlierResultsStay() {
    Calls calls = new Calls();
    SplittableRandom random = CheckRun.current().random();
    for (FunctionCalls function : CalledFunctions.making()) {
      for (int i = 0; i < CheckRun.current().effort().programs() / 5; i++) {
        Steps steps = new Steps();
        int count = random.nextInt(2, 8);
        for (int j = 0; j < count; j++) {
          int length = 1 + random.nextInt(1 << random.nextInt(1, 12));
          steps.served(function, function.random(random, length));
        }
        calls.example(steps.script());
      }
    }
  }

  /** An area full of old bytes, released again; what comes next is likely to lie there. */
  private static Script old(int length) {
    return Script.of(
        new Action.Give(Content.of(OLD, 64 + length)),
        new Action.Release(FunctionCalls.pointer(0, 0)));
  }
}

package io.modulecontract.checks;

import io.modulecontract.payload.Parameters;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family POL: what the module asks of its host. */
class PolicyChecks {

  @Test
  @Decides(Clause.POL_01)
  void allocateAndDeallocateCallNoHostFunction() {
    SplittableRandom random = CheckRun.current().random();
    for (int i = 0; i < CheckRun.current().effort().programs() / 5; i++) {
      Scenarios.run(new HostCalls(Mixed.script(List.of(), random, 20), HostCalls.Kind.ANY));
    }
  }

  @Test
  @Decides(Clause.POL_02)
  void onlyDeclaredCapabilitiesAreTried() {
    everyCall(HostCalls.Kind.CAPABILITY);
  }

  @Test
  @Decides(Clause.POL_03)
  void theProcessIsNeverExited() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : calls.payloads(function)) {
        calls.example(function.once(payload));
      }
      for (Parameters payload : function.payloads().invalid()) {
        calls.example(new Steps().rejected(function, payload).script());
      }
    }
  }

  @Test
  @Decides(Clause.POL_04)
  void nothingIsPrinted() {
    everyCall(HostCalls.Kind.OUTPUT);
  }

  private static void everyCall(HostCalls.Kind kind) {
    Calls calls = new Calls();
    SplittableRandom random = CheckRun.current().random();
    Scenarios.run(new HostCalls(Mixed.script(List.of(), random, 20), kind));
    for (FunctionCalls function : CalledFunctions.known()) {
      for (Parameters payload : calls.payloads(function)) {
        Scenarios.run(new HostCalls(function.once(payload), kind));
      }
      function.payloads().invalid().stream()
          .limit(1)
          .map(payload -> new Steps().rejected(function, payload).script())
          .forEach(rejected -> Scenarios.run(new HostCalls(rejected, kind)));
    }
  }
}

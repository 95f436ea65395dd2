package io.modulecontract.checks;

import io.modulecontract.script.Content;
import io.modulecontract.script.Payloads;
import io.modulecontract.script.Script;
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
    for (FunctionCalls function : Calls.functions()) {
      for (Content payload : calls.payloads(function)) {
        calls.example(function.once(payload));
      }
      if (function.takesText()) {
        for (Content payload : Payloads.invalid()) {
          calls.example(
              Script.of(function.parameter(payload), function.rejected(0, Clause.CALL_13)));
        }
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
    List<FunctionCalls> functions =
        CheckRun.current().subject().functions().stream().map(FunctionCalls::new).toList();
    Scenarios.run(new HostCalls(Mixed.script(List.of(), random, 20), kind));
    for (FunctionCalls function : functions) {
      for (Content payload : calls.payloads(function)) {
        Scenarios.run(new HostCalls(function.once(payload), kind));
      }
      if (function.takesText()) {
        Script rejected =
            Script.of(
                function.parameter(Payloads.invalid().get(0)),
                function.rejected(0, Clause.CALL_13));
        Scenarios.run(new HostCalls(rejected, kind));
      }
    }
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Payloads;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family CALL, what results depend on: the bytes that were given, and nothing else. */
class CallRepeatChecks {

  /** From one state: call, put the state back, change all other bytes of the host's, call again. */
  @Test
  @Decides(Clause.CALL_11)
  void resultsDependOnTheGrantedBytesOnly() {
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      for (Content payload : calls.payloads(function)) {
        compare(surrounded(function, payload, "x"), surrounded(function, payload, "Y"), function);
        compare(reusing(function, payload, "x"), reusing(function, payload, "Y"), function);
      }
    }
  }

  private static void compare(Script one, Script other, FunctionCalls function) {
    Scenarios.run(
        new Comparison(
            one,
            other,
            guests -> guests,
            "from the same state again, with other bytes in the areas that are not passed",
            function.declared().name()));
  }

  private static Script surrounded(FunctionCalls function, Content payload, String others) {
    return Script.of(
        new Action.Give(Content.of(others, 40)),
        function.parameter(payload),
        new Action.Give(Content.of(others, 40)),
        function.served(1));
  }

  /** The parameter lies where areas with other bytes were live before. */
  private static Script reusing(FunctionCalls function, Content payload, String others) {
    return Script.of(
        new Action.Give(Content.of(others, payload.length() + 200)),
        new Action.Give(Content.of(others, payload.length() + 8)),
        new Action.Release(FunctionCalls.pointer(1, 0)),
        new Action.Release(FunctionCalls.pointer(0, 0)),
        function.parameter(payload),
        function.served(4));
  }

  @Test
  @Decides(Clause.CALL_14)
  void freshInstancesGiveTheSameResults() {
    CheckRun run = CheckRun.current();
    long seed = run.random().nextLong();
    Calls calls = new Calls();
    for (FunctionCalls function : Calls.functions()) {
      for (Content payload : some(calls.payloads(function), 40)) {
        Script script = function.once(payload);
        Scenarios.run(
            new Comparison(
                script,
                script,
                guests -> fresh(guests, seed),
                "on a fresh instance, with another time of day and other random numbers",
                function.declared().name()));
      }
    }
  }

  private static Guests fresh(Guests guests, long seed) {
    return guests.under(guests.policy().withSeed(guests.policy().seed() ^ seed));
  }

  @Test
  @Decides(Clause.CALL_17)
  void repeatedCallsGiveTheSameResult() {
    List<FunctionCalls> stateless =
        Calls.functions().stream().filter(function -> !function.declared().stateful()).toList();
    if (stateless.isEmpty()) {
      throw CheckRun.notApplicable("every function is declared stateful");
    }
    Calls calls = new Calls();
    for (FunctionCalls function : stateless) {
      SplittableRandom random = CheckRun.current().random();
      for (Content payload : calls.payloads(function)) {
        Content other = Payloads.random(function.declared().payload(), random, 20);
        Script once = function.once(payload);
        Scenarios.run(repeated(function, once, once.after(once)));
        Script between = function.once(other);
        Scenarios.run(repeated(function, once, once.after(between.after(once))));
      }
    }
  }

  private static Comparison repeated(FunctionCalls function, Script once, Script again) {
    return new Comparison(
        once,
        again,
        guests -> guests,
        "on one instance, the same call after others",
        function.declared().name());
  }

  private static List<Content> some(List<Content> payloads, int most) {
    return payloads.subList(0, Math.min(most, payloads.size()));
  }
}

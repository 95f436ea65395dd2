package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Content;
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
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : calls.payloads(function)) {
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

  private static Script surrounded(FunctionCalls function, Parameters payload, String others) {
    return new Steps()
        .give(Content.of(others, 40))
        .give(payload)
        .give(Content.of(others, 40))
        .then(function.served(1))
        .script();
  }

  /** The parameters lie where areas with other bytes were live before. */
  private static Script reusing(FunctionCalls function, Parameters payload, String others) {
    int length = function.isCString() ? payload.length() - 1 : payload.length();
    return new Steps()
        .give(Content.of(others, length + 200))
        .give(Content.of(others, length + 8))
        .release(1)
        .release(0)
        .served(function, payload)
        .script();
  }

  @Test
  @Decides(Clause.CALL_14)
  void freshInstancesGiveTheSameResults() {
    CheckRun run = CheckRun.current();
    long seed = run.random().nextLong();
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : some(calls.payloads(function), 40)) {
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
        CalledFunctions.all().stream().filter(function -> !function.declared().stateful()).toList();
    if (stateless.isEmpty()) {
      throw CheckRun.notApplicable("every function is declared stateful");
    }
    Calls calls = new Calls();
    for (FunctionCalls function : stateless) {
      SplittableRandom random = CheckRun.current().random();
      for (Parameters payload : calls.payloads(function)) {
        Parameters other = function.random(random, 20);
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

  private static List<Parameters> some(List<Parameters> payloads, int most) {
    return payloads.subList(0, Math.min(most, payloads.size()));
  }
}

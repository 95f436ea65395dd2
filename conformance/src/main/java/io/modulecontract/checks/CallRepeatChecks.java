package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The family CALL, what results depend on: the bytes that were given, and nothing else. */
class CallRepeatChecks {

  private static final Content ONE = Content.of("x");
  private static final Content OTHER = Content.of("Y");

  /** No character begins with it, and in most of two bytes and more it may stand. */
  private static final Content MIDDLE = Content.of(new byte[] {(byte) 0xA5});

  /** From one state: call, put the state back, change all other bytes of the host's, call again. */
  @Test
  @Decides(Clause.CALL_11)
  void resultsDependOnTheGrantedBytesOnly() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : calls.payloads(function)) {
        besideAndUpon(function, payload, OTHER, function::served);
      }
    }
    // What is rejected runs through anywhere, and must not make up for calls that never do.
    if (CheckRun.current().tally().decides()) {
      textsThatEndWithinACharacter();
    }
  }

  private static void textsThatEndWithinACharacter() {
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : function.payloads().cut()) {
        besideAndUpon(function, payload, MIDDLE, it -> function.either(it, Clause.CALL_11));
      }
    }
  }

  private static void besideAndUpon(
      FunctionCalls function, Parameters payload, Content other, IntFunction<Action.Call> call) {
    compare(function, beside(ONE, payload, call), beside(other, payload, call));
    compare(function, upon(ONE, payload, call), upon(other, payload, call));
  }

  private static void compare(FunctionCalls function, Script one, Script other) {
    Scenarios.run(
        new Comparison(
            one,
            other,
            guests -> guests,
            "from the same state again, with other bytes in the areas that are not passed",
            function.declared().name()));
  }

  private static Script beside(Content others, Parameters payload, IntFunction<Action.Call> call) {
    return new Steps()
        .give(others.repeated(40))
        .give(payload)
        .give(others.repeated(40))
        .then(call.apply(1))
        .script();
  }

  /** The parameters lie where areas with other bytes were live before. */
  private static Script upon(Content others, Parameters payload, IntFunction<Action.Call> call) {
    return new Steps()
        .give(others.repeated(payload.length() + 200))
        .give(others.repeated(payload.length() + 8))
        .release(1)
        .release(0)
        .give(payload)
        .then(call.apply(4))
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
        if (function.takesChunks()) {
          brokenOff(function, other)
              .forEach(begun -> Scenarios.run(repeated(function, once, once.after(begun))));
        }
      }
    }
  }

  /** A value of which the first chunk was served, and then none, for one was rejected. */
  private static List<Script> brokenOff(FunctionCalls function, Parameters other) {
    Operand longer = FunctionCalls.length(0, 1);
    return Stream.of(
            function.wrong(0, 0, FunctionCalls.pointer(0, 0), longer, Clause.CALL_06),
            function.givenUp())
        .map(end -> new Steps().give(other).then(function.chunk(0, false)).then(end).script())
        .toList();
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

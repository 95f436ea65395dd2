package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.payload.Parameters;
import io.modulecontract.program.Program;
import io.modulecontract.program.Recipe;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The family GROW: memory that grows, up to its limit. */
class GrowthChecks {

  private @Nullable Programs programs;

  /** Made at the first use; where the memory cannot grow, no check of the family applies. */
  private Programs programs() {
    if (programs == null) {
      programs = new Programs();
      Guest guest = programs.guest();
      if (guest.memoryLimit() == guest.memorySize()) {
        throw CheckRun.notApplicable(
            "the memory starts at its limit of " + guest.memoryLimit() + " bytes and cannot grow");
      }
    }
    return programs;
  }

  @Test
  @Decides(Clause.GROW_01)
  void largeAreasAreServedByGrowing() {
    Scenarios.run(new GrowBeyond());
    Guest guest = programs().guest();
    long memory = guest.memorySize();
    long room = CheckRun.current().toFit().most();
    for (long size : new long[] {memory + 1, memory + 65_536, 2 * memory, 4 * memory, room}) {
      if (size > memory && size <= room) {
        programs().example(Program.allocating(size));
        programs().example(Program.allocating(100, size - 100, 100));
      }
    }
  }

  @Provide
  Arbitrary<Program> growing() {
    return programs().random(Recipe.GROWING);
  }

  @Property
  @Decides(Clause.GROW_02)
  void growthKeepsLiveAreas(@ForAll("growing") Program program) {
    programs().property(program);
  }

  @Test
  @Decides(Clause.GROW_03)
  void theLimitIsNotTheEnd() {
    programs();
    for (long size : new long[] {60_000, 1 << 20}) {
      Scenarios.run(new FillToTheLimit(size));
    }
  }

  @Test
  @Decides(Clause.GROW_04)
  void resultsOfCallsThatGrowAreWhole() {
    programs();
    Calls calls = new Calls();
    boolean grew = false;
    for (FunctionCalls function : CalledFunctions.all()) {
      for (Parameters payload : growing(calls, function, 40, 1_000, 20_000, 100_000)) {
        Script script = GrowingCalls.script(calls.guests(), function, payload);
        if (calls.judge().run(script).grewInCall()) {
          grew = true;
          calls.example(script);
          Scenarios.run(
              new Comparison(
                  script,
                  calls.judge().grownBefore(script),
                  guests -> guests,
                  "the same, when the memory has grown before",
                  function.declared().name()));
        }
      }
    }
    if (!grew) {
      throw CheckRun.notApplicable("no call of it grew the memory");
    }
  }

  private static List<Parameters> growing(Calls calls, FunctionCalls function, int... lengths) {
    return calls.fitting(Arrays.stream(lengths).mapToObj(function.payloads()::sized).toList());
  }

  @Test
  @Decides(Clause.GROW_05)
  void refusedGrowthDamagesNothing() {
    Guest guest = programs().guest();
    int large = (int) Math.min(guest.memorySize(), CheckRun.current().toFit().most() / 2);
    Scenarios.run(
        new RefusedGrowth(
            Script.of(
                new Action.Give(Content.of("live", 25)),
                new Action.Give(Content.of("G", large)),
                new Action.Give(Content.of("live", 1_000)))));
    for (FunctionCalls function : CalledFunctions.known()) {
      Calls calls = new Calls();
      for (int length : new int[] {1_000, 100_000}) {
        for (Parameters payload : growing(calls, function, length)) {
          Script script = GrowingCalls.script(calls.guests(), function, payload);
          Parameters longer = function.payloads().sized(3 * length);
          Scenarios.run(new RefusedGrowth(function.once(longer).after(script)));
        }
      }
    }
  }
}

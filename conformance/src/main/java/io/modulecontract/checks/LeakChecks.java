package io.modulecontract.checks;

import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Payloads;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family LEAK: memory that is lost over time. */
class LeakChecks {

  @Test
  @Decides(Clause.LEAK_01)
  void cyclesReachAPlateau() {
    CheckRun run = CheckRun.current();
    int cycles = run.effort().cycles();
    for (long size : new long[] {1, 8, 24, 100, 256, 1_000, 4_096, 20_000}) {
      Scenarios.run(new Cycles(new ProgramCycle(Program.allocating(size).withRelease()), cycles));
    }
    SplittableRandom random = run.random();
    for (int areas : new int[] {2, 5, 11}) {
      Scenarios.run(new Cycles(new ProgramCycle(cycle(areas, 0, random)), cycles / 4));
      Scenarios.run(
          new Cycles(new ProgramCycle(cycle(areas, Program.YOUNGEST, random)), cycles / 4));
      Scenarios.run(new Cycles(new ProgramCycle(cycle(areas, 1, random)), cycles / 4));
    }
  }

  /** Some areas, all released: from the oldest on, the youngest on, or from between. */
  private static Program cycle(int areas, long which, SplittableRandom random) {
    long[] sizes = random.longs(areas, 0, 2_000).toArray();
    Program.Builder releases = Program.builder();
    for (int i = 0; i < areas; i++) {
      releases.add(Kind.RELEASE, which);
    }
    return releases.build().after(Program.allocating(sizes));
  }

  @Test
  @Decides(Clause.LEAK_02)
  void completeCallsReachAPlateau() {
    CheckRun run = CheckRun.current();
    for (FunctionCalls function : Calls.functions()) {
      for (int length : new int[] {1, 5, 100, 3_000}) {
        Content payload = Payloads.random(function.declared().payload(), run.random(), length);
        cycles(function, function.once(payload), run.effort().cycles() / (length > 100 ? 4 : 1));
      }
    }
  }

  @Test
  @Decides(Clause.LEAK_03)
  void rejectedCallsReachAPlateau() {
    int cycles = CheckRun.current().effort().cycles();
    for (FunctionCalls function : Calls.functions()) {
      Content text = Content.of("some text of a payload", 4);
      if (function.takesText()) {
        for (Content invalid :
            List.of(text.and((byte) -1), Content.of(new byte[] {-1}).and(text.bytes()))) {
          cycles(function, rejected(function, invalid, Clause.CALL_13), cycles);
        }
      }
      Script released =
          Script.of(
              function.parameter(text),
              new Action.Release(FunctionCalls.pointer(0, 0)),
              function.rejected(0, Clause.CALL_05));
      cycles(function, released, cycles);
      if (!function.isCString()) {
        Action.Call longer =
            function.call(
                FunctionCalls.pointer(0, 0),
                FunctionCalls.length(0, 1),
                Action.Expected.REJECTED,
                Clause.CALL_06);
        cycles(function, Script.of(function.parameter(text), longer), cycles);
      }
    }
  }

  private static Script rejected(FunctionCalls function, Content payload, Clause clause) {
    return Script.of(function.parameter(payload), function.rejected(0, clause));
  }

  private static void cycles(FunctionCalls function, Script script, int times) {
    Scenarios.run(new Cycles(new ScriptCycle(script, function.declared().name()), times));
  }

  @Test
  @Decides(Clause.LEAK_04)
  void boundedLiveBytesNeedBoundedMemory() {
    CheckRun run = CheckRun.current();
    Scenarios.run(new Fragmentation(1, run.random().nextLong()));
    Scenarios.run(new Fragmentation(200, run.random().nextLong()));
  }
}

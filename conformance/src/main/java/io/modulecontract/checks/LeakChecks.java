package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import io.modulecontract.script.Action;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family LEAK: memory that is lost over time. */
class LeakChecks {

  /** So many areas are live at any time, as in a host that never comes to rest. */
  private static final int KEPT = 40;

  /** Areas that an allocator may treat in another way than small ones, and next to each other. */
  private static final long[][] LARGE = {
    {100_000}, {60_000, 60_000}, {150_000, 150_000}, {10_000, 10_000, 10_000, 10_000, 10_000}
  };

  /** Apart by what allocators round up to, over what an area of 16 bytes takes at most. */
  private static final int[] LENGTHS = {3, 7, 11, 15, 19, 23};

  /** Between two looks; what is lost in fewer may be too little to be seen. */
  private static final int FEWEST_CALLS = 10;

  @Test
  @Decides(Clause.LEAK_01)
  void cyclesReachAPlateau() {
    CheckRun run = CheckRun.current();
    int cycles = run.effort().cycles();
    for (long size : new long[] {0, 1, 8, 24, 100, 256, 1_000, 4_096, 20_000}) {
      cycles(Program.allocating(size).withRelease(), cycles);
    }
    SplittableRandom random = run.random();
    for (int areas : new int[] {2, 5, 11}) {
      cycles(cycle(areas, 0, random), cycles / 4);
      cycles(cycle(areas, Program.YOUNGEST, random), cycles / 4);
      cycles(cycle(areas, 1, random), cycles / 4);
    }
    for (long[] sizes : LARGE) {
      cycles(released(sizes, 0), cycles / 4);
    }
  }

  private static void cycles(Program program, int times) {
    Scenarios.run(new Cycles(new ProgramCycle(program), times));
  }

  /** Some areas, all released: from the oldest on, the youngest on, or from between. */
  private static Program cycle(int areas, long which, SplittableRandom random) {
    return released(random.longs(areas, 0, 2_000).toArray(), which);
  }

  private static Program released(long[] sizes, long which) {
    Program.Builder releases = Program.builder();
    for (int i = 0; i < sizes.length; i++) {
      releases.add(Kind.RELEASE, which);
    }
    return releases.build().after(Program.allocating(sizes));
  }

  @Test
  @Decides(Clause.LEAK_02)
  void completeCallsReachAPlateau() {
    CheckRun run = CheckRun.current();
    for (FunctionCalls function : CalledFunctions.all()) {
      for (int length : new int[] {0, 1, 5, 100, 3_000, 70_000}) {
        Parameters payload = function.random(run.random(), length);
        cycles(function, function.once(payload), times(function, length));
        if (function.takesChunks()) {
          Steps unended = new Steps().give(payload).then(function.chunk(0, false));
          cycles(function, unended.script(), times(function, length));
        }
      }
    }
  }

  /** The longer a payload is, the longer its call takes. */
  private static int times(FunctionCalls function, int length) {
    int all = function.cycles(CheckRun.current().effort());
    if (length <= 100) {
      return all;
    }
    return length <= 3_000 ? all / 4 : Math.max(FEWEST_CALLS, all / 16);
  }

  @Test
  @Decides(Clause.LEAK_03)
  void rejectedCallsReachAPlateau() {
    for (FunctionCalls function : CalledFunctions.all()) {
      int cycles = function.cycles(CheckRun.current().effort());
      for (Parameters invalid : function.payloads().invalidEarlyAndLate()) {
        cycles(function, new Steps().rejected(function, invalid).script(), cycles);
      }
      Parameters parameters = function.payloads().usual();
      for (int area = 0; area < function.areas(); area++) {
        Action.Call released = function.rejected(0, Clause.CALL_05);
        Steps given = new Steps().give(parameters).release(area);
        cycles(function, given.then(released).script(), cycles);
        if (!function.isCString()) {
          Action.Call longer =
              function.wrong(
                  0,
                  area,
                  FunctionCalls.pointer(area, 0),
                  FunctionCalls.length(area, 1),
                  Clause.CALL_06);
          cycles(function, new Steps().give(parameters).then(longer).script(), cycles);
        }
      }
      inFullMemory(function);
    }
  }

  /** Of some length the result fits to the byte, and what comes after it does not. */
  private static void inFullMemory(FunctionCalls function) {
    CheckRun run = CheckRun.current();
    Guests few = LossWhenFull.few(run.sharedGuests());
    long late = run.late();
    // Who waits for memory that is refused breaks GROW-05: it is not waited for again.
    for (int i = 0; i < LENGTHS.length && run.late() == late; i++) {
      Parameters payload = function.payloads().sized(LENGTHS[i]);
      for (int released : FullCalls.in(few, function, payload).nearlyEnough()) {
        Scenarios.run(new LossWhenFull(function, payload, released, run.releasesTwice()));
      }
    }
  }

  private static void cycles(FunctionCalls function, Script script, int times) {
    Scenarios.run(new Cycles(ScriptCycle.of(script, function.declared().name(), false), times));
  }

  @Test
  @Decides(Clause.LEAK_04)
  void boundedLiveBytesNeedBoundedMemory() {
    CheckRun run = CheckRun.current();
    Scenarios.run(new Fragmentation(1, 0, run.random().nextLong()));
    Scenarios.run(new Fragmentation(200, 0, run.random().nextLong()));
    Scenarios.run(new Fragmentation(200, KEPT, run.random().nextLong()));
  }
}

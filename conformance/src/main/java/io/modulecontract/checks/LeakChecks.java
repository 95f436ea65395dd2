package io.modulecontract.checks;

import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import io.modulecontract.spec.Clause;
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
      Scenarios.run(new Cycles(Program.allocating(size).withRelease(), cycles));
    }
    SplittableRandom random = run.random();
    for (int areas : new int[] {2, 5, 11}) {
      Scenarios.run(new Cycles(cycle(areas, 0, random), cycles / 4));
      Scenarios.run(new Cycles(cycle(areas, Program.YOUNGEST, random), cycles / 4));
      Scenarios.run(new Cycles(cycle(areas, 1, random), cycles / 4));
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
  @Decides(Clause.LEAK_04)
  void boundedLiveBytesNeedBoundedMemory() {
    CheckRun run = CheckRun.current();
    Scenarios.run(new Fragmentation(1, run.random().nextLong()));
    Scenarios.run(new Fragmentation(200, run.random().nextLong()));
  }
}

package io.modulecontract.checks;

import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The family ISO: instances beside and after one another. */
class IsolationChecks {

  private static final int INSTANCES = 4;

  @Test
  @Decides(Clause.ISO_01)
  void instancesByTurns() {
    SplittableRandom random = CheckRun.current().random();
    for (int i = 0; i < rounds(); i++) {
      Scenarios.run(new Interleaved(scripts(random, INSTANCES), random.nextLong(), false));
    }
  }

  @Test
  @Decides(Clause.ISO_02)
  void instancesOnThreads() {
    SplittableRandom random = CheckRun.current().random();
    for (int i = 0; i < 3; i++) {
      CheckRun run = CheckRun.current();
      // Calls with streams take so much longer.
      boolean streams = CalledFunctions.known().stream().anyMatch(FunctionCalls::takesStreams);
      int times = run.effort().programs() / (streams ? 25 : 5);
      Scenarios.run(new OnThreads(scripts(random, INSTANCES), times, run::waitedEnough));
    }
  }

  @Test
  @Decides(Clause.ISO_03)
  void aTrapElsewhere() {
    SplittableRandom random = CheckRun.current().random();
    for (int i = 0; i < rounds(); i++) {
      Scenarios.run(new Interleaved(scripts(random, 2), random.nextLong(), true));
    }
  }

  @Test
  @Decides(Clause.ISO_04)
  void freshInstancesAfterOthers() {
    SplittableRandom random = CheckRun.current().random();
    for (int i = 0; i < 3; i++) {
      Script script = scripts(random, 1).get(0);
      Scenarios.run(new AfterOthers(script, scripts(random, INSTANCES), random.nextLong()));
    }
  }

  private static int rounds() {
    return Math.max(3, CheckRun.current().effort().programs() / 25);
  }

  private static List<Script> scripts(SplittableRandom random, int count) {
    List<FunctionCalls> functions = CalledFunctions.known();
    return IntStream.range(0, count)
        .mapToObj(ignored -> Mixed.script(functions, random, 12))
        .toList();
  }
}

package io.modulecontract.benchmarks;

import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import java.util.SplittableRandom;

/**
 * The programs that the suite and its peers are compared by: 1 to 100 operations, allocate 0 to
 * 1024 bytes (weight 5), release a live area (4; where none is live, allocate), release a dead
 * address (1). Lengths and sizes are uniform, other than in the checks, where borders are likely.
 */
final class Workload {

  private static final int MOST_OPERATIONS = 100;
  private static final int GREATEST_SIZE = 1_024;

  private Workload() {}

  static Program next(SplittableRandom random) {
    int length = random.nextInt(1, 1 + MOST_OPERATIONS);
    Program.Builder program = Program.builder(length);
    int live = 0;
    for (int i = 0; i < length; i++) {
      int choice = random.nextInt(10);
      if (choice == 9) {
        program.add(Kind.RELEASE_DEAD, any(random));
      } else if (choice > 4 && live > 0) {
        program.add(Kind.RELEASE, any(random));
        live--;
      } else {
        program.add(Kind.ALLOCATE, random.nextInt(GREATEST_SIZE + 1));
        live++;
      }
    }
    return program.build();
  }

  /** Which of the areas, modulo how many there are. */
  private static int any(SplittableRandom random) {
    return random.nextInt() >>> 1;
  }
}

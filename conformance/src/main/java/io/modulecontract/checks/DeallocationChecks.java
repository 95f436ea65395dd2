package io.modulecontract.checks;

import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import io.modulecontract.program.Recipe;
import io.modulecontract.spec.Clause;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The family DEALLOC: areas that the host gives back. */
class DeallocationChecks {

  private @Nullable Programs programs;

  /** Made at the first use: a check object exists before its clause is known. */
  private Programs programs() {
    if (programs == null) {
      programs = new Programs();
    }
    return programs;
  }

  @Provide
  Arbitrary<Program> proper() {
    return programs().random(Recipe.REUSE);
  }

  @Provide
  Arbitrary<Program> withDead() {
    return programs().random(Recipe.DEAD);
  }

  @Provide
  Arbitrary<Program> withForeign() {
    return programs().random(Recipe.FOREIGN);
  }

  @Property
  @Decides(Clause.DEALLOC_01)
  void liveAreasAreReleased(@ForAll("proper") Program program) {
    programs().property(program);
  }

  @Property
  @Decides(Clause.DEALLOC_02)
  void releasedPointersAreRejected(@ForAll("withDead") Program program) {
    programs().property(program);
  }

  @Property
  @Decides(Clause.DEALLOC_03)
  void foreignPointersAreRejected(@ForAll("withForeign") Program program) {
    programs().property(program);
  }

  @Property
  @Decides(Clause.DEALLOC_04)
  void releaseChangesNoOtherArea(@ForAll("proper") Program program) {
    programs().property(program);
  }

  @Test
  @Decides(Clause.DEALLOC_05)
  void anyOrderOfReleaseWorks() {
    for (int areas : new int[] {2, 3, 10, 100, 500}) {
      for (long size : new long[] {1, 24, 1_000}) {
        for (long step : new long[] {0, Program.YOUNGEST, 1, areas / 2, 7}) {
          programs().example(released(areas, size, step));
        }
      }
    }
  }

  /** Areas of growing size, released from the oldest on, the youngest on, or from between. */
  private static Program released(int areas, long size, long which) {
    Program.Builder program = Program.builder();
    for (int i = 0; i < areas; i++) {
      program.add(Kind.ALLOCATE, size + i % 13);
    }
    for (int i = 0; i < areas; i++) {
      program.add(Kind.RELEASE, which == Program.YOUNGEST ? which : which * (i + 1));
    }
    return program.build();
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.program.Program;
import io.modulecontract.program.Recipe;
import io.modulecontract.spec.Clause;
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
    long room = (guest.memoryLimit() - memory) / 4;
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
}

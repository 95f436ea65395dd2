package io.modulecontract.checks;

import io.modulecontract.abi.ToFit;
import io.modulecontract.engine.Guest;
import io.modulecontract.program.Kind;
import io.modulecontract.program.Program;
import io.modulecontract.program.Recipe;
import io.modulecontract.program.Sizes;
import io.modulecontract.program.SymptomKind;
import io.modulecontract.spec.Clause;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The family ALLOC: areas that the guest gives out. */
class AllocationChecks {

  private static final int MANY = 10_000;

  /** More than 16 bits can count. A guest need not have places for so many, but it must know it. */
  private static final int MORE = 70_000;

  private static final int FEW_RELEASED = 500;

  /** What is larger has pages of its own in most allocators. */
  private static final long LARGEST_SLOT = 33_000;

  private @Nullable Programs programs;

  /** Made at the first use: a check object exists before its clause is known. */
  private Programs programs() {
    if (programs == null) {
      programs = new Programs(looked());
    }
    return programs;
  }

  /** What is looked for beyond the symptoms that every program shows. */
  private static SymptomKind[] looked() {
    return switch (CheckRun.current().clause()) {
      case ALLOC_06 -> new SymptomKind[] {SymptomKind.IMPOSSIBLE_STOPPED};
      case ALLOC_08 -> new SymptomKind[] {SymptomKind.MISALIGNED};
      case ALLOC_09 -> new SymptomKind[] {SymptomKind.OLD_BYTES};
      default -> new SymptomKind[0];
    };
  }

  @Provide
  Arbitrary<Program> proper() {
    return programs().random(Recipe.PROPER);
  }

  @Provide
  Arbitrary<Program> reuse() {
    return programs().random(Recipe.REUSE);
  }

  @Provide
  Arbitrary<Program> withImpossible() {
    return programs().random(Recipe.IMPOSSIBLE);
  }

  @Provide
  Arbitrary<Program> growing() {
    return programs().random(Recipe.GROWING);
  }

  @Property
  @Decides(Clause.ALLOC_01)
  void areasLieInsideTheMemory(@ForAll("growing") Program program) {
    programs().property(program);
  }

  @Property
  @Decides(Clause.ALLOC_02)
  void liveAreasAreDisjoint(@ForAll("reuse") Program program) {
    programs().property(program);
  }

  @Property
  @Decides(Clause.ALLOC_03)
  void allocateChangesNoLiveArea(@ForAll("proper") Program program) {
    programs().property(program);
  }

  @Property
  @Decides(Clause.ALLOC_04)
  void sizeZeroHasItsOwnPointer(@ForAll("withZeroes") Program program) {
    programs().property(program);
  }

  @Provide
  Arbitrary<Program> withZeroes() {
    return programs().random(Recipe.ZEROES);
  }

  @Test
  @Decides(Clause.ALLOC_05)
  void impossibleRequestsYieldNoArea() {
    impossibleRequests();
  }

  @Test
  @Decides(Clause.ALLOC_06)
  void impossibleRequestsAreAnsweredWithZero() {
    impossibleRequests();
    Program full =
        FullMemory.program(
            programs().guest(), CheckRun.current().toFit(), CheckRun.current().random());
    programs().fullMemory(full);
  }

  /** Each alone, behind a few live areas, and in a memory that has grown. */
  private void impossibleRequests() {
    Guest guest = programs().guest();
    GrownMemory grown = programs().grownBy(guest.memorySize() + 1);
    for (long size : Sizes.impossible(guest.memoryLimit())) {
      programs().example(Program.allocating(size));
      programs().example(Program.allocating(24, size, 1, size, 4_096));
      grown.example(Program.allocating(size));
    }
  }

  @Property
  @Decides(Clause.ALLOC_07)
  void refusalsLeaveEverythingIntact(@ForAll("withImpossible") Program program) {
    programs().property(program);
  }

  /** Two of each size first: an allocator may keep areas of like sizes side by side. */
  @Provide
  Arbitrary<Program> twoOfEachSize() {
    long[] twice =
        Sizes.BORDERS.stream()
            .filter(size -> size <= LARGEST_SLOT)
            .flatMapToLong(size -> LongStream.of(size, size))
            .toArray();
    return programs().random(Recipe.PROPER, Program.allocating(twice));
  }

  @Property
  @Decides(Clause.ALLOC_08)
  void areasAreAligned(@ForAll("twoOfEachSize") Program program) {
    programs().property(program);
  }

  @Property
  @Decides(Clause.ALLOC_09)
  void freshAreasShowNothingOld(@ForAll("reuse") Program program) {
    programs().property(program);
  }

  @Test
  @Decides(Clause.ALLOC_10)
  void everySizeIsServedThatFits() {
    ToFit toFit = CheckRun.current().toFit();
    long half = toFit.most() / 2;
    GrownMemory grown = programs().grownBy(half);
    for (long size : Sizes.BORDERS) {
      if (!toFit.fits(ToFit.counted(size))) {
        CheckRun.current().tally().leaveOut();
        continue;
      }
      programs().example(Program.allocating(size));
      if (size <= half) {
        grown.example(Program.allocating(size));
        programs().example(Program.allocating(24, size, 24));
      }
    }
  }

  @Test
  @Decides(Clause.ALLOC_11)
  void tenThousandAreasCanBeLive() {
    Guest guest = programs().guest();
    if (!CheckRun.current().toFit().fits(MANY * ToFit.counted(1))) {
      throw CheckRun.notApplicable(
          "a limit of " + guest.memoryLimit() + " bytes leaves too little room for so many areas");
    }
    SplittableRandom random = CheckRun.current().random();
    for (int largest : new int[] {1, 64}) {
      Program.Builder program = Program.builder();
      for (int i = 0; i < MANY; i++) {
        program.add(Kind.ALLOCATE, random.nextInt(1, largest + 1));
      }
      for (int i = 0; i < MANY; i++) {
        program.add(Kind.RELEASE, random.nextInt(MANY));
      }
      programs().example(program.build());
    }
    if (CheckRun.current().effort() != Effort.QUICK) {
      asManyAsThereAre(random);
    }
  }

  /** Most are released from the youngest on, which costs the reference model least. */
  private void asManyAsThereAre(SplittableRandom random) {
    int served = served();
    if (served <= MANY) {
      return;
    }
    Program.Builder program = Program.builder();
    for (int i = 0; i < served; i++) {
      program.add(Kind.ALLOCATE, 1);
    }
    for (int i = 0; i < FEW_RELEASED; i++) {
      program.add(Kind.RELEASE, random.nextInt(served));
    }
    for (int i = FEW_RELEASED; i < served; i++) {
      program.add(Kind.RELEASE, Program.YOUNGEST);
    }
    programs().example(program.build());
  }

  /** How many areas of one byte a guest gives before it says that there are no more. */
  private int served() {
    Guest guest = programs().guest();
    int served = 0;
    while (served < MORE && guest.allocate(1).isArea()) {
      served++;
    }
    return served;
  }
}

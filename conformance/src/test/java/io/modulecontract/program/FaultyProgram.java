package io.modulecontract.program;

import io.modulecontract.spec.Clause;
import java.util.Locale;

/** For each fault of an allocator, written by hand: the smallest program that shows it. */
enum FaultyProgram {
  ALLOC_01_LARGE_NEVER_GROWS(Program.allocating(2_000_000)),
  ALLOC_01_PAST_END_AT_PAGE_BORDER(Program.allocating(8)),
  ALLOC_02_AFTER_MANY(areas(65, 8)),
  ALLOC_02_NOW_AND_THEN(areas(98, 16)),
  ALLOC_02_OVERLAP_ALWAYS(Program.allocating(16, 8)),
  ALLOC_02_SOME_SIZES(Program.allocating(9, 8)),
  ALLOC_03_CLEARS_TOO_MUCH_FOR_SOME_SIZES(
      Program.allocating(72).after(Program.allocating(72, 8).withRelease())),
  ALLOC_03_HEADER_ON_NEIGHBOUR(Program.allocating(8, 8)),
  ALLOC_04_ZERO_RELEASES_TWICE(twice(0)),
  ALLOC_04_ZERO_SHARES_ADDRESS(Program.allocating(0, 0)),
  ALLOC_05_SIGNED_SIZE(Program.allocating(1L << 31)),
  ALLOC_05_SIZE_WRAPS(Program.allocating(0xFFFF_FFFFL)),
  /** All that the memory may have; then there is none for the list of areas. */
  ALLOC_06_TABLE_CANNOT_GROW(Program.allocating((1L << 27) - 1_638_400)),
  ALLOC_06_TRAPS_WHEN_FULL(Program.allocating(1L << 31)),
  ALLOC_07_REFUSES_FOR_EVER(Program.allocating(1L << 31, 1)),
  ALLOC_07_WIPES_ON_REFUSAL(Program.allocating(8, 1L << 31)),
  ALLOC_08_UNALIGNED(Program.allocating(4, 8)),
  ALLOC_09_SHOWS_OLD_BYTES(Program.allocating(8).after(Program.allocating(8).withRelease())),
  ALLOC_10_BIN_BORDER(Program.allocating(1_025)),
  ALLOC_10_PAGE_MULTIPLES(Program.allocating(65_536)),
  ALLOC_11_FORGETS_LATER(areas(16_385, 1).withRelease()),
  ALLOC_11_FORGETS_THE_OLDEST(areas(8_193, 1).withRelease()),
  ALLOC_11_TABLE_FULL(areas(4_097, 1)),
  DEALLOC_01_ANSWERS_ONE(Program.allocating(1).withRelease()),
  DEALLOC_01_REFUSES_SOME_SIZES(Program.allocating(57).withRelease()),
  DEALLOC_02_FREES_AGAIN(Program.allocating(16, 16).after(twice(16))),
  DEALLOC_02_PASSED_OVER(twice(24)),
  DEALLOC_02_REMEMBERS_ONLY_SIXTEEN(
      Program.builder().release(17).add(Kind.RELEASE_DEAD, 0).build().after(areas(17, 1))),
  DEALLOC_02_REPORTS_SUCCESS(twice(8)),
  DEALLOC_03_INTERIOR_ACCEPTED(foreign(Foreign.INTERIOR).after(Program.allocating(8))),
  DEALLOC_03_NULL_ACCEPTED(foreign(Foreign.NULL)),
  DEALLOC_03_TRAPS_BEYOND_MEMORY(foreign(Foreign.BEYOND)),
  DEALLOC_04_SOME_SIZES(Program.allocating(72, 8).withRelease()),
  DEALLOC_04_WIPES_NEXT_HEADER(Program.allocating(8, 8).withRelease()),
  DEALLOC_05_ONLY_LAST_FIRST_OUT(Program.allocating(8, 8).withRelease()),
  GROW_02_WIPES_ON_GROWTH(Program.allocating(8, 65_536));

  @SuppressWarnings("ImmutableEnumChecker") // a program never changes
  private final Program program;

  FaultyProgram(Program program) {
    this.program = program;
  }

  private static Program areas(int count, long size) {
    Program.Builder program = Program.builder();
    for (int i = 0; i < count; i++) {
      program.add(Kind.ALLOCATE, size);
    }
    return program.build();
  }

  private static Program twice(long size) {
    return Program.builder().add(Kind.ALLOCATE, size).release(1).add(Kind.RELEASE_DEAD, 0).build();
  }

  private static Program foreign(Foreign kind) {
    return Program.builder().add(Kind.RELEASE_FOREIGN, kind.argument(0)).build();
  }

  Program program() {
    return program;
  }

  /** The module's name. */
  String module() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The clause stands in the name, as it does in the module's. */
  Clause clause() {
    String[] words = name().split("_", 3);
    return Clause.valueOf(words[0] + "_" + words[1]);
  }
}

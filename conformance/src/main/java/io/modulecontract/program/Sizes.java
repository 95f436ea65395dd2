package io.modulecontract.program;

import io.modulecontract.abi.U32;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The sizes that people get wrong, and a random mixture that reaches them. */
public final class Sizes {

  private static final long GIB_2 = 1L << 31;
  private static final long MIB = 1L << 20;

  /** Tried one by one: small ones, borders of bins and classes, pages, and large ones. */
  public static final List<Long> BORDERS =
      Stream.of(
              LongStream.rangeClosed(0, 72),
              around(LongStream.iterate(80, size -> size <= 1_024, size -> size + 16)),
              around(LongStream.iterate(1_024, size -> size <= 4 * MIB, size -> size * 2)),
              LongStream.iterate(8 * MIB, size -> size <= 64 * MIB, size -> size * 2),
              around(LongStream.iterate(1_536, size -> size <= MIB, size -> size * 2)),
              around(LongStream.rangeClosed(1, 20).map(pages -> pages * U32.PAGE)),
              LongStream.of(3, 17, 40).map(pages -> pages * U32.PAGE - 8),
              LongStream.of(16 * MIB - 1, 16 * MIB + 1, 17 * MIB, 24 * MIB))
          .flatMapToLong(part -> part)
          .distinct()
          .sorted()
          .boxed()
          .toList();

  private Sizes() {}

  /** Sizes that no memory of this limit can hold, tried one by one. */
  public static List<Long> impossible(long limit) {
    LongStream nearLimit = LongStream.of(limit + 1, limit + 8, limit + U32.PAGE, 2 * limit);
    LongStream near2 = LongStream.rangeClosed(GIB_2 - 9, GIB_2 + 9);
    LongStream near4 = LongStream.rangeClosed(1, 72).map(k -> U32.MAX + 1 - k);
    LongStream powers = LongStream.iterate(128, k -> k <= GIB_2, k -> k * 2);
    LongStream belowEnd = powers.flatMap(k -> LongStream.of(U32.MAX + 1 - k, U32.MAX - k));
    return Stream.of(nearLimit, near2, near4, belowEnd)
        .flatMapToLong(part -> part)
        .filter(size -> size > limit && size <= U32.MAX)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  /** Mostly small, with everything that has a border in it somewhere. */
  static long ordinary(SplittableRandom random) {
    int choice = random.nextInt(100);
    if (choice < 8) {
      return 0;
    }
    if (choice < 40) {
      return random.nextInt(1, 130);
    }
    if (choice < 55) {
      return 16L * random.nextInt(1, 65) + random.nextInt(-1, 2);
    }
    if (choice < 75) {
      return (1L << random.nextInt(3, 15)) + random.nextInt(-1, 2);
    }
    if (choice < 95) {
      return random.nextInt(1 << random.nextInt(4, 14));
    }
    return random.nextInt(1, 4) * U32.PAGE + random.nextInt(-1, 2);
  }

  /** One of {@link #impossible}, or any other size above the limit. */
  static long impossible(SplittableRandom random, long limit) {
    if (random.nextInt(4) == 0) {
      return random.nextLong(limit + 1, U32.MAX + 1);
    }
    return switch (random.nextInt(3)) {
      case 0 -> Math.max(limit + 1, GIB_2 + random.nextInt(-9, 10));
      case 1 -> U32.MAX - random.nextInt(64);
      default -> limit + 1 + random.nextInt((int) U32.PAGE);
    };
  }

  private static LongStream around(LongStream middles) {
    return middles.flatMap(middle -> LongStream.of(middle - 1, middle, middle + 1));
  }
}

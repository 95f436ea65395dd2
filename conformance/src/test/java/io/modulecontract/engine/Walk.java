package io.modulecontract.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A random course of calls, as a host makes them that does not always do what it should. */
final class Walk {

  private static final long[] ODD = {
    0, 1, 8, 0x7FFF_FFFFL, 0x8000_0000L, 0x8000_0001L, 0xFFFF_FFF0L, 0xFFFF_FFFFL
  };

  private Walk() {}

  /**
   * Makes some calls, until one of them does not return.
   *
   * @return what each of them answered
   */
  static List<String> on(Guest guest, long seed, int calls) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> answers = new ArrayList<>();
    List<Long> live = new ArrayList<>();
    List<Long> dead = new ArrayList<>();
    for (int i = 0; i < calls && !guest.spoiled(); i++) {
      int choice = random.nextInt(100);
      if (choice < 50) {
        allocate(guest, size(random), random.nextLong(), live, answers);
      } else if (choice < 80 && !live.isEmpty()) {
        long pointer = live.remove(random.nextInt(live.size()));
        answers.add("release: " + guest.deallocate(pointer).words());
        dead.add(pointer);
      } else if (choice < 90 && !dead.isEmpty()) {
        long pointer = dead.get(random.nextInt(dead.size()));
        answers.add("dead: " + guest.deallocate(pointer).words());
      } else {
        long pointer =
            random.nextBoolean()
                ? ODD[random.nextInt(ODD.length)]
                : random.nextLong(guest.memorySize() + 1_000_000);
        answers.add("foreign " + pointer + ": " + guest.deallocate(pointer).words());
      }
    }
    answers.add("memory " + guest.memorySize() + ", grown " + guest.growRequests());
    return answers;
  }

  private static long size(SplittableRandom random) {
    int choice = random.nextInt(100);
    return choice < 2
        ? ODD[random.nextInt(ODD.length)]
        : choice < 8 ? random.nextInt(300_000) : random.nextInt(1 << random.nextInt(1, 14));
  }

  private static void allocate(
      Guest guest, long size, long pattern, List<Long> live, List<String> answers) {
    CallOutcome outcome = guest.allocate(size);
    answers.add("allocate " + size + ": " + outcome.words());
    if (outcome instanceof CallOutcome.Returned returned && returned.value() != 0) {
      live.add(returned.value());
      if (returned.value() + size <= guest.memorySize()) {
        guest.fill(returned.value(), size, pattern);
      }
    }
  }
}

package io.modulecontract.checks;

import java.util.Arrays;
import java.util.List;

/** After how many times as many repetitions a cycle's free capacity is looked at. */
enum Pace {
  /** At even distances, after the first two looks: for what is lost each time (LEAK). */
  EVEN(1, 2, 6, 10, 14, 18),
  /**
   * Each look at three times as many as the one before: what collects something new each time grows
   * by doubling, and may keep still between two looks at even distances (ARROW-06).
   */
  TRIPLING(1, 3, 9, 27, 81);

  private final int[] looks;

  Pace(int... looks) {
    this.looks = looks;
  }

  /** How many looks there are at most. */
  int looks() {
    return looks.length;
  }

  /** How many times as many repetitions lie between a look and the one before. */
  int before(int look) {
    return look == 0 ? looks[0] : looks[look] - looks[look - 1];
  }

  /** All of them, from the start. */
  List<Integer> all() {
    return Arrays.stream(looks).boxed().toList();
  }
}

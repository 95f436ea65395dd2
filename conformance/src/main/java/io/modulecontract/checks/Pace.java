package io.modulecontract.checks;

import java.util.List;
import java.util.stream.IntStream;

/** After how many times as many repetitions a cycle's free capacity is looked at. */
enum Pace {
  /** At even distances, after the first two looks: for what is lost each time (LEAK). */
  EVEN(6, 40),
  /**
   * Each look at three times as many as the one before: what collects something new each time grows
   * by doubling, and may keep still between two looks at even distances (ARROW-06).
   */
  TRIPLING(5, 3);

  private final int looks;
  private final int fewest;

  Pace(int looks, int fewest) {
    this.looks = looks;
    this.fewest = fewest;
  }

  /** How many repetitions there must be before the first look for the looks to tell a leak. */
  int fewest() {
    return fewest;
  }

  /** How many looks there are at most. */
  int looks() {
    return looks;
  }

  /** At how many times as many repetitions a look is, counted from 0. */
  int at(int look) {
    return switch (this) {
      case EVEN -> look < 2 ? look + 1 : 4 * look - 2;
      case TRIPLING -> (int) Math.pow(3, look);
    };
  }

  /** How many times as many repetitions lie between a look and the one before. */
  int before(int look) {
    return look == 0 ? at(0) : at(look) - at(look - 1);
  }

  /** All of them, from the start. */
  List<Integer> all() {
    return IntStream.range(0, looks).mapToObj(this::at).toList();
  }
}

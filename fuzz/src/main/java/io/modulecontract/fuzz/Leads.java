package io.modulecontract.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inputs to go on with. The newest are the nearest to what comes next, so they go first; but where
 * a module is asked for equality with a large number, that matters more than anything else, and
 * where it is asked which number is larger, there are so many that all others would wait.
 */
final class Leads {

  /** Of one kind; the oldest are given up. */
  private static final int MOST = 10_000;

  private static final int[][] ORDERS = {{0, 1, 2}, {0, 1, 2}, {1, 0, 2}, {1, 0, 2}, {2, 0, 1}};

  private final List<Deque<Lead>> kinds =
      List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());
  private final SplittableRandom random;

  Leads(SplittableRandom random) {
    this.random = random;
  }

  /**
   * An input to go on with.
   *
   * @param input the bytes
   * @param lengths where it states lengths
   * @param pair what was new when it was run
   * @param depth how many edits it took
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Lead(byte[] input, List<Bytes.Stated> lengths, Comparisons.Pair pair, int depth) {

    private int kind() {
      if (pair.ordered()) {
        return 2;
      }
      boolean small = pair.one() >>> 16 == 0 && pair.other() >>> 16 == 0;
      return small ? 1 : 0;
    }
  }

  void add(Lead lead) {
    Deque<Lead> kind = kinds.get(lead.kind());
    kind.addLast(lead);
    if (kind.size() > MOST) {
      kind.removeFirst();
    }
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return kinds.stream().mapToInt(Deque::size).sum();
  }

  /** The next one; there must be one. */
  Lead next() {
    for (int kind : ORDERS[random.nextInt(ORDERS.length)]) {
      if (!kinds.get(kind).isEmpty()) {
        return kinds.get(kind).removeLast();
      }
    }
    throw new IllegalStateException("no lead");
  }
}

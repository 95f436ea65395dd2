package io.modulecontract.program;

import java.util.Iterator;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One search for a smaller program. After each success it goes on from where it was, as delta
 * debugging does, and starts over only when a whole round has changed something: what failed to
 * become smaller a moment ago will hardly do so now.
 */
final class Shrinking {

  private final Function<Program, Optional<Breach>> judge;
  private final LongSupplier spent;
  private final long most;
  private Breach best;
  private int successes;

  Shrinking(
      Breach found, Function<Program, Optional<Breach>> judge, LongSupplier spent, long most) {
    this.best = found;
    this.judge = judge;
    this.spent = spent;
    this.most = most;
  }

  Breach run() {
    int before;
    trim();
    do {
      before = successes;
      shorten();
      unify();
      lighten();
    } while (successes > before && affordable());
    return best;
  }

  private boolean affordable() {
    return spent.getAsLong() < most;
  }

  /**
   * Cuts at both ends. Where operations are alike and only their number counts, this finds it in a
   * few steps, and the search inside would cost more than it may.
   */
  private void trim() {
    for (int size = length() / 2; size > 0 && affordable(); size = Math.min(size, length()) / 2) {
      if (!take(best.program().without(0, size)) && affordable()) {
        take(best.program().prefix(length() - size));
      }
    }
  }

  /** Until no part can be taken out, however small: every later step is cheaper then. */
  private void shorten() {
    int before;
    do {
      before = successes;
      for (int size = length() / 2; size > 0 && affordable(); size /= 2) {
        size = takeOut(size);
      }
    } while (successes > before && affordable());
  }

  /**
   * Takes out parts of this many operations, the last ones first.
   *
   * @return how many they were in the end: never more than half of what is left
   */
  private int takeOut(int most) {
    int size = most;
    for (int from = length() - size; from > -size && affordable(); from -= size) {
      int at = Math.max(0, from);
      if (take(best.program().without(at, at + size))) {
        // The program that broke the clause may be even shorter.
        size = Math.min(size, length() / 2);
        from = Math.min(at, length());
        if (size == 0) {
          return 0;
        }
      }
    }
    return size;
  }

  private void unify() {
    Iterator<Program> candidates = Shrinks.uniform(best.program()).iterator();
    boolean taken = false;
    while (!taken && candidates.hasNext() && affordable()) {
      taken = take(candidates.next());
    }
  }

  private void lighten() {
    for (int index = 0; index < length() && affordable(); index++) {
      while (lighter(index)) {
        // The same operation again, with a smaller argument now.
      }
    }
  }

  private boolean lighter(int index) {
    Program program = best.program();
    if (index >= program.length()) {
      return false;
    }
    PrimitiveIterator.OfLong smaller =
        Shrinks.arguments(program.kind(index), program.argument(index)).iterator();
    while (smaller.hasNext() && affordable()) {
      if (take(program.with(index, smaller.nextLong()))) {
        return true;
      }
    }
    return false;
  }

  private int length() {
    return best.program().length();
  }

  /** Whether the candidate breaks the same clause; then it is the best one. */
  private boolean take(Program candidate) {
    Optional<Breach> breach = judge.apply(candidate);
    if (breach.isPresent()
        && breach.get().clause() == best.clause()
        && smaller(breach.get().program(), best.program())) {
      best = breach.get();
      successes++;
      return true;
    }
    return false;
  }

  private static boolean smaller(Program one, Program other) {
    return one.length() < other.length()
        || (one.length() == other.length() && one.weight() < other.weight());
  }
}

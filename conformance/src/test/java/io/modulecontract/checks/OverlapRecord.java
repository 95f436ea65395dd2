package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands on the guests of another source, and notes when which thread asked for one: from its second
 * on, a thread of a check runs beside the others.
 */
record OverlapRecord(Guests guests, Map<Thread, List<Long>> asked) implements Guests {

  static OverlapRecord of(Guests guests) {
    return new OverlapRecord(guests, new ConcurrentHashMap<>());
  }

  /** How many threads asked, without the one that asks now. */
  int threads() {
    return others().size();
  }

  /** Whether there was a moment at which all of them ran scripts. */
  boolean allAtOnce() {
    long lastBegin = others().stream().mapToLong(times -> times.get(1)).max().orElseThrow();
    long firstEnd =
        others().stream().mapToLong(times -> times.get(times.size() - 1)).min().orElseThrow();
    return lastBegin < firstEnd;
  }

  private List<List<Long>> others() {
    return asked.entrySet().stream()
        .filter(entry -> entry.getKey() != Thread.currentThread())
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public Guest next() {
    asked
        .computeIfAbsent(Thread.currentThread(), thread -> new ArrayList<>())
        .add(System.nanoTime());
    return guests.next();
  }

  @Override
  public Guest next(GuestState state) {
    return guests.next(state);
  }

  @Override
  public Guests under(Policy other) {
    return new OverlapRecord(guests.under(other), asked);
  }

  @Override
  public Policy policy() {
    return guests.policy();
  }
}

package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dictionaries of a table as it is written: each value gets the next index when first met. */
final class Indices {

  private final Map<Long, ColumnPlan> plans = new LinkedHashMap<>();
  private final Map<Long, Map<Object, Integer>> indices = new HashMap<>();

  Indices(List<ColumnPlan> plans) {
    plans.forEach(this::find);
  }

  private void find(ColumnPlan plan) {
    if (plan.encoded()) {
      plans.putIfAbsent(plan.dictionaryId(), plan);
      indices.putIfAbsent(plan.dictionaryId(), new LinkedHashMap<>());
    }
    plan.children().forEach(this::find);
  }

  /** The columns that have dictionaries, by number; one for each dictionary. */
  Map<Long, ColumnPlan> plans() {
    return plans;
  }

  /** The values of a dictionary in the order of their indices. */
  List<Object> values(long id) {
    return new ArrayList<>(indices.get(id).keySet());
  }

  /**
   * The index of a value.
   *
   * @throws UnwritableTable if the type of the indices has no number left
   */
  int of(ColumnPlan plan, Object value) {
    Map<Object, Integer> known = indices.get(plan.dictionaryId());
    Integer index = known.get(value);
    if (index != null) {
      return index;
    }
    int next = known.size();
    if (next > mostIndex(plan)) {
      throw new UnwritableTable(
          plan.place()
              + ": expected at most "
              + next
              + " different values, which its dictionary's index type can count, found one more");
    }
    known.put(value, next);
    return next;
  }

  /** The greatest index that the type of a column's indices has. */
  static int mostIndex(ColumnPlan plan) {
    int bits = 8 * plan.width() - (plan.scalar() == Scalar.INT ? 1 : 0);
    return bits >= 31 ? Integer.MAX_VALUE - 1 : (1 << bits) - 1;
  }
}

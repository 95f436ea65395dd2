package io.modulecontract.wasi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one guest tried: each different thing once, and only so many of them. */
final class Attempts {

  /** A guest may try another name in each round of an endless loop. */
  static final int MOST = 100;

  private static final int LONGEST = 200;

  private final Set<Attempt> seen = new LinkedHashSet<>();

  void add(String function, String detail, boolean granted) {
    if (seen.size() < MOST) {
      String shown = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
      seen.add(new Attempt(function, shown, granted));
    }
  }

  List<Attempt> list() {
    return List.copyOf(seen);
  }

  void clear() {
    if (!seen.isEmpty()) {
      seen.clear();
    }
  }
}

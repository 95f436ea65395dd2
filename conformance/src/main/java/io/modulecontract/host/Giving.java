package io.modulecontract.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What one exchange must give back, whatever becomes of it: results first, the parameter last. */
final class Giving implements AutoCloseable {

  private final HostedInstance instance;
  private final Deque<Area> areas = new ArrayDeque<>();

  Giving(HostedInstance instance, Area parameter) {
    this.instance = instance;
    areas.push(parameter);
  }

  void also(List<Area> more) {
    for (int i = more.size() - 1; i >= 0; i--) {
      areas.push(more.get(i));
    }
  }

  @Override
  public void close() throws ExchangeFailed {
    ExchangeFailed first = null;
    while (!areas.isEmpty() && instance.isUsable()) {
      try {
        instance.release(areas.pop());
      } catch (ExchangeFailed e) {
        // The other areas are given back all the same.
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}

package io.modulecontract.host;

import io.modulecontract.host.ExchangeFailed.Broken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one exchange must give back, whatever becomes of it: results first, parameters last. */
final class Giving implements AutoCloseable {

  private final HostedInstance instance;
  private final List<Area> parameters = new ArrayList<>(2);
  private List<Area> results = List.of();
  private @Nullable ExchangeFailed first;

  Giving(HostedInstance instance) {
    this.instance = instance;
  }

  /** An area for a parameter, to be given back. */
  Area allocate(long size) throws ExchangeFailed {
    Area area = instance.allocate(size);
    parameters.add(area);
    return area;
  }

  /**
   * The areas of a call's result are to be given back, too.
   *
   * @throws Broken when one is over a parameter: then nobody knows whose it is, and it is not
   */
  void take(String function, List<Area> made) throws Broken {
    for (Area area : made) {
      if (isOverParameter(area)) {
        String found = area.size() + " bytes at " + area.pointer();
        throw new Broken(function, "a result apart from its parameter", found);
      }
    }
    results = made;
  }

  private boolean isOverParameter(Area area) {
    for (Area parameter : parameters) {
      if (area.overlaps(parameter)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws ExchangeFailed {
    for (Area result : results) {
      give(result);
    }
    for (Area parameter : parameters) {
      give(parameter);
    }
    if (first != null) {
      throw first;
    }
  }

  /** One that cannot be given back does not keep the others. */
  private void give(Area area) {
    if (!instance.isUsable()) {
      return;
    }
    try {
      instance.release(area);
    } catch (ExchangeFailed e) {
      if (first == null) {
        first = e;
      } else {
        first.addSuppressed(e);
      }
    }
  }
}

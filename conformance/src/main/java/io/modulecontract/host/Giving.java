package io.modulecontract.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one exchange must give back, whatever becomes of it: results first, the parameter last. */
final class Giving implements AutoCloseable {

  private final HostedInstance instance;
  private final Area parameter;
  private List<Area> results = List.of();
  private @Nullable ExchangeFailed first;

  Giving(HostedInstance instance, Area parameter) {
    this.instance = instance;
    this.parameter = parameter;
  }

  /** The areas of the result, in the order in which they are given back. */
  void also(List<Area> result) {
    results = result;
  }

  @Override
  public void close() throws ExchangeFailed {
    for (Area result : results) {
      give(result);
    }
    give(parameter);
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

package io.modulecontract.payload;

import io.modulecontract.abi.ModuleDescriptor;
import java.util.List;
import java.util.SplittableRandom;

/** What a function is called with: every kind of payload that modules get wrong. */
public interface Payloads {

  /** Those of a function: text or bytes, or streams of the tables that it declares. */
  static Payloads of(ModuleDescriptor.Function function) {
    return function.tables().isPresent()
        ? new StreamPayloads(function.tables().get())
        : new TextPayloads(function);
  }

  /**
   * Payloads that must be served, none much longer than 4 KiB.
   *
   * @param more how many random ones there are beside those that are tried each time
   */
  List<Parameters> valid(SplittableRandom random, int more);

  /** Longer ones, up to a mebibyte and more. */
  List<Parameters> large();

  /** Those at whose ends or in which parsers turn. */
  List<Parameters> awkward();

  /** One that must be served, for where any will do. */
  Parameters usual();

  /** A random one of about this length. */
  Parameters random(SplittableRandom random, int length);

  /** One of about this length, the same each time. */
  Parameters sized(int length);

  /** Those that must be rejected; none where every payload is valid. */
  List<Parameters> invalid();

  /** A few of those, each rejected at another point of the work. */
  List<Parameters> invalidEarlyAndLate();

  /** Those whose end is missing, so that what lies behind them in memory could complete them. */
  default List<Parameters> cut() {
    return List.of();
  }
}

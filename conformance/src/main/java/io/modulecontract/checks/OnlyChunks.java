package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chunks that take more memory each time (ARROW-06), where the same chunk again and again does not:
 * that would be LEAK-02's.
 *
 * @param different other numbers and texts each time
 * @param same the same each time
 */
record OnlyChunks(Cycles different, Cycles same) implements Scenario {

  @Override
  public long needed() {
    return different.needed();
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    return different.on(guests, tally);
  }

  @Override
  public Optional<ClauseBroken.Evidence> lasting(Guests guests, Tally tally) {
    Optional<ClauseBroken.Evidence> evidence = different.lasting(guests, tally);
    if (evidence.isPresent() && same.lasting(guests, tally).isPresent()) {
      throw CheckRun.notApplicable("the same chunk again and again loses memory, too (LEAK-02)");
    }
    return evidence;
  }

  @Override
  public Stream<OnlyChunks> smaller() {
    return different.smaller().map(fewer -> new OnlyChunks(fewer, same));
  }
}

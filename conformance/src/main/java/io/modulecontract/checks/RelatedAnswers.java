package io.modulecontract.checks;

import io.modulecontract.arrow.Table;
import io.modulecontract.engine.Guests;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A relation between answers of which some were given before (ARROW-07). A repetition elsewhere,
 * for the question who is to blame, asks for all of them again.
 *
 * @param related the relation
 * @param guests where the answers come from
 * @param answers what the command answered there, by the very table; empty where that is no table
 */
record RelatedAnswers(Related related, Guests guests, Map<Table, Optional<Table>> answers)
    implements Scenario {

  @Override
  public long needed() {
    return related.needed();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same guests, not others that are like them
  public Optional<ClauseBroken.Evidence> on(Guests asked, Tally tally) {
    return related.on(asked, tally, asked == guests ? answers : Map.of());
  }

  @Override
  public Stream<Related> smaller() {
    return related.smaller();
  }
}

package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import java.util.Optional;
import java.util.stream.Stream;

/** A fixed course of calls that decides a clause where a program of operations cannot say it. */
interface Scenario {

  /** What shows that the clause is broken; empty when it held. */
  Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally);

  /**
   * How many bytes a guest must have for it (SPEC.md, "to fit"); where that is more than every
   * guest has, it is not run. 0 for one that blames nobody for what is refused.
   */
  default long needed() {
    return 0;
  }

  /** Whether the same shows on other guests; no evidence is made of it. */
  default boolean shows(Guests guests) {
    return on(guests, new Tally()).isPresent();
  }

  /**
   * The same, if it holds beyond the setting in which it showed, which may be a narrow one so that
   * little time shows much. Asked once, before smaller ones are looked for.
   */
  default Optional<ClauseBroken.Evidence> lasting(Guests guests, Tally tally) {
    return on(guests, tally);
  }

  /** Smaller ones that may show the same, the much smaller ones first. */
  default Stream<? extends Scenario> smaller() {
    return Stream.empty();
  }
}

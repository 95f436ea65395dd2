package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import java.util.Optional;

/** A fixed course of calls that decides a clause where a program of operations cannot say it. */
interface Scenario {

  /** What shows that the clause is broken; empty when it held. */
  Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally);
}

package io.modulecontract.checks;

import io.modulecontract.spec.Clause;
import java.util.EnumMap;
import java.util.Map;

/** What the checks of other clauses came across. */
public final class Sightings {

  private final Map<Clause, Sighting> seen = new EnumMap<>(Clause.class);

  /** Keeps what a check came across; the first of each clause is enough. */
  public void note(Tally tally) {
    tally.others().forEach(seen::putIfAbsent);
  }

  /** Whether the clause was seen broken. */
  public boolean has(Clause clause) {
    return seen.containsKey(clause);
  }

  /** The failure that was seen, with its smallest sequence. For the check of this thread. */
  public ClauseBroken shrunk(Clause clause) {
    Sighting found = seen.get(clause);
    if (found == null) {
      throw new IllegalArgumentException(clause.id() + " was not seen broken");
    }
    CheckRun.current().tally().failing(found.length());
    return found.shrunk().get();
  }
}

package io.modulecontract.checks;

import io.modulecontract.program.Breach;
import io.modulecontract.spec.Clause;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Breaches of a clause that the checks of other clauses came across. */
public final class Sightings {

  private final Map<Clause, Breach> seen = new EnumMap<>(Clause.class);

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
    Breach found = seen.get(clause);
    if (found == null) {
      throw new IllegalArgumentException(clause.id() + " was not seen broken");
    }
    CheckRun run = CheckRun.current();
    run.tally().failing(found.program().length());
    return Programs.broken(new Programs().shrunk(found), Set.of(), run.subject());
  }
}

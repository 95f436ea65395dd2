package io.modulecontract.checks;

import io.modulecontract.spec.Clause;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Counts what one check did. */
public final class Tally {

  /** Of the sequences of a check, so many must have run through for it to have decided. */
  private static final int ONE_IN = 10;

  private final Map<Clause, Sighting> others = new EnumMap<>(Clause.class);
  private final Set<Clause> first = EnumSet.noneOf(Clause.class);
  private long trials;
  private long stopped;
  private long operations;
  private int firstLength;
  private String measured = "";
  private String open = "";
  private boolean gaveUp;
  private boolean leftOut;

  /** Counts one sequence that was run. */
  public void trial() {
    trials++;
  }

  /** Counts calls of the guest. */
  public void operations(long calls) {
    operations += calls;
  }

  /** Counts a sequence that ended early, for it broke another clause. */
  public void stoppedBy(Sighting sighting) {
    stoppedBy(sighting.clause());
    saw(sighting);
  }

  /** Remembers a breach of another clause that no sequence ended by. */
  void saw(Sighting sighting) {
    others.putIfAbsent(sighting.clause(), sighting);
  }

  /** Counts a sequence that ended early for a breach that the other clause's check comes across. */
  void stoppedBy(Clause other) {
    stopped++;
    first.add(other);
  }

  /** Notes that some sequences were not run, for call after call had not returned. */
  void giveUp() {
    gaveUp = true;
  }

  /** Notes that a sequence was not run, for a guest need not have memory for it. */
  void leaveOut() {
    leftOut = true;
  }

  /** Whether some sequences do not fit: then nobody can ask more. */
  public boolean leftOut() {
    return leftOut;
  }

  /** Whether some sequences were given up: then it is open whether the clause holds. */
  public boolean gaveUp() {
    return gaveUp;
  }

  /** Remembers how long the first failing sequence was; later ones are shrunk from it. */
  public void failing(int length) {
    if (firstLength == 0) {
      firstLength = length;
    }
  }

  /** Notes that something was seen of which it is open whether it breaks the clause. */
  void leaveOpen(String why) {
    open = why;
  }

  /** What that is; empty when there is nothing. */
  public String open() {
    return open;
  }

  /** Keeps what was measured, for the report of a clause that holds. */
  public void measured(String words) {
    measured = words;
  }

  /** What was measured; empty where nothing was. */
  public String measured() {
    return measured;
  }

  /** How many sequences were run. */
  public long trials() {
    return trials;
  }

  /** How many of them ended early. */
  public long stopped() {
    return stopped;
  }

  /** Whether enough of them ran through to tell anything. */
  public boolean decides() {
    return (trials - stopped) * ONE_IN >= trials;
  }

  /** How many calls of the guest were made. */
  public long operations() {
    return operations;
  }

  /** The length of the first failing sequence, or 0. */
  public int firstLength() {
    return firstLength;
  }

  /** The clauses that were broken first in those that ended early, in the order of the contract. */
  public Set<Clause> first() {
    return first.isEmpty() ? Set.of() : EnumSet.copyOf(first);
  }

  /** The other clauses that were seen broken, each with what showed it first. */
  public Map<Clause, Sighting> others() {
    return others.isEmpty() ? Map.of() : new EnumMap<>(others);
  }
}

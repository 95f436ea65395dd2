package io.modulecontract.checks;

import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.program.Breach;
import io.modulecontract.program.Judge;
import io.modulecontract.program.Program;
import io.modulecontract.program.ProgramGenerator;
import io.modulecontract.program.Recipe;
import io.modulecontract.program.Shrinks;
import io.modulecontract.program.SymptomKind;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * The programs that one check runs: random ones for properties, given ones for examples. A program
 * that breaks the check's own clause ends the check; one that breaks another clause is counted, and
 * the run hands it to the check of that clause.
 */
final class Programs {

  /** What the search for the smallest sequence may cost, in calls of the guest. */
  private static final long MOST_SHRINKING = 1_000_000;

  /** The same where each run fills the whole memory. */
  private static final long LITTLE_SHRINKING = 20_000;

  /**
   * When so many sequences break other clauses, and not one in as many ran through, it is enough.
   */
  private static final int HOPELESS = 30;

  private final CheckRun run = CheckRun.current();
  private final Set<SymptomKind> also;
  private final Guests guests;
  private final Judge judge;
  private long counted;

  /** Looks for these symptoms beyond those that every program shows. */
  Programs(SymptomKind... also) {
    this.also = Set.of(also);
    this.guests = run.guests();
    this.judge = new Judge(guests, this.also);
  }

  /** A guest in its start state, to learn its memory's size from. */
  Guest guest() {
    return guests.next();
  }

  /** Given programs, then random ones of a recipe; the same ones for the same seed. */
  Arbitrary<Program> random(Recipe recipe, Program... given) {
    Guest guest = guest();
    ProgramGenerator generator =
        new ProgramGenerator(
            recipe,
            run.effort().operations(),
            guest.memorySize(),
            guest.memoryLimit(),
            run.toFit());
    SplittableRandom random = run.random();
    Iterator<Program> first = List.of(given).iterator();
    return Arbitraries.fromGenerator(
        ignored -> new Smaller(first.hasNext() ? first.next() : generator.next(random)));
  }

  /** Runs a program that jqwik made, and shrinks when this throws. */
  void property(Program program) {
    tried(program).ifPresent(this::fail);
  }

  /** Runs a given program, and shrinks it here when it fails. */
  void example(Program program) {
    tried(program).map(this::shrunk).ifPresent(this::fail);
  }

  /**
   * Runs a program that fills the memory. It takes its time, so it is made only a little smaller.
   * Whether an area behind the memory's end has to do with the memory being full is not asked here:
   * the checks of ALLOC-01 and GROW-03 tell that apart.
   */
  void fullMemory(Program program) {
    tried(program, Set.of(SymptomKind.OUTSIDE_MEMORY))
        .map(found -> shrunk(found, LITTLE_SHRINKING))
        .ifPresent(this::fail);
  }

  /** The same examples in a memory that has grown before, by an area that was released again. */
  GrownMemory grownBy(long size) {
    return new GrownMemory(this, run, also, size);
  }

  /** Counts a program that went well elsewhere. */
  void count(long calls) {
    run.tally().trial();
    run.tally().operations(calls);
  }

  /** The smallest program that breaks the same clause. */
  Breach shrunk(Breach found) {
    return shrunk(found, MOST_SHRINKING);
  }

  private Breach shrunk(Breach found, long most) {
    return Shrinks.smallest(found, judge::judge, judge::operations, judge.operations() + most);
  }

  /** Whether another program would only end early like all before it. */
  boolean hopeless() {
    Tally tally = run.tally();
    long through = tally.trials() - tally.stopped();
    return tally.stopped() >= HOPELESS && through * HOPELESS <= tally.stopped();
  }

  private Optional<Breach> tried(Program program) {
    return tried(program, Set.of());
  }

  /** Symptoms of these kinds are left to the checks of their clauses. */
  private Optional<Breach> tried(Program program, Set<SymptomKind> left) {
    if (hopeless() || run.starved()) {
      return Optional.empty();
    }
    Tally tally = run.tally();
    if (judge.gaveUp() || run.onlyWaits()) {
      tally.giveUp();
      return Optional.empty();
    }
    Optional<Breach> found = judge.judge(program);
    tally.trial();
    tally.operations(judge.operations() - counted);
    counted = judge.operations();
    if (found.isPresent() && found.get().clause() != run.clause()) {
      if (left.contains(found.get().symptom().kind())) {
        tally.stoppedBy(found.get().clause());
      } else {
        tally.stoppedBy(sighting(found.get()));
      }
      return Optional.empty();
    }
    found.ifPresent(breach -> tally.failing(program.length()));
    return found;
  }

  /** A breach of another clause, with a way to its smallest sequence. */
  static Sighting sighting(Breach breach) {
    return new Sighting(
        breach.clause(),
        breach.program().length(),
        () -> broken(new Programs().shrunk(breach), Set.of(), CheckRun.current().subject()));
  }

  private void fail(Breach breach) {
    throw broken(breach, also, run.subject());
  }

  /** The failure of a clause that a program shows. */
  static ClauseBroken broken(Breach breach, Set<SymptomKind> also, Subject subject) {
    String function =
        breach.inAllocate() ? subject.profile().allocate() : subject.profile().deallocate();
    long stack = CheckRun.current().guests().next().stackPointer();
    Course course = new Course.Operations(breach.program(), also, stack);
    return new ClauseBroken(
        ClauseBroken.Evidence.of(breach, function, course),
        elsewhere -> new Judge(elsewhere, also).repeats(breach));
  }

  /** A program with its smaller ones, as jqwik asks for them. */
  private record Smaller(Program value) implements Shrinkable<Program> {
    @Override
    public Stream<Shrinkable<Program>> shrink() {
      return Shrinks.of(value).map(Smaller::new);
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(value.length(), value.weight());
    }
  }
}

package io.modulecontract.matrix;

import io.modulecontract.abi.Limits;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.Policy;
import io.modulecontract.run.Progress;
import io.modulecontract.run.RunOptions;
import io.modulecontract.run.Suite;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks reference modules, one after another: jqwik keeps its stores in one place for the whole
 * JVM, and two runs at once damage them for all that come after.
 */
final class Checked {

  /** A module that never returns is waited for some dozen times. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** 32 MiB: a fault shows in them as in the 128 that users get, and they are sooner full. */
  private static final int FEW_PAGES = 512;

  /** The fault of this one is that the 40 MiB it begins with are all. */
  private static final String LARGE = "grow_01_never_grows";

  private static final Set<Clause> EVERY = EnumSet.allOf(Clause.class);

  private Checked() {}

  static Map<Catalogue.Entry, ModuleResult> all(
      List<Catalogue.Entry> entries, Function<Catalogue.Entry, ModuleResult> check) {
    Map<Catalogue.Entry, ModuleResult> results = new LinkedHashMap<>();
    entries.forEach(entry -> results.put(entry, check.apply(entry)));
    return results;
  }

  /** At the memory limit that users get. */
  static ModuleResult one(Catalogue.Entry entry, long seed, Effort effort) {
    return run(entry, EVERY, seed, effort, OptionalInt.empty()).modules().get(0);
  }

  /** With less memory: sooner done. */
  static ModuleResult small(Catalogue.Entry entry, long seed, Effort effort) {
    return small(entry, EVERY, seed, effort).modules().get(0);
  }

  static RunResult small(Catalogue.Entry entry, Set<Clause> clauses, long seed, Effort effort) {
    OptionalInt pages =
        entry.name().equals(LARGE) ? OptionalInt.empty() : OptionalInt.of(FEW_PAGES);
    return run(entry, clauses, seed, effort, pages);
  }

  /** Under a limit that leaves little room to grow. */
  static ModuleResult tight(Catalogue.Entry entry, int pages) {
    return run(entry, EVERY, 1, Effort.QUICK, OptionalInt.of(pages)).modules().get(0);
  }

  private static RunResult run(
      Catalogue.Entry entry, Set<Clause> clauses, long seed, Effort effort, OptionalInt pages) {
    RunOptions options =
        new RunOptions(
            clauses,
            effort,
            seed,
            false,
            Policy.DEFAULT.withSeed(seed),
            new Limits(pages, Optional.of(DEADLINE)),
            Optional.empty());
    return new Suite("test").run(List.of(entry.path()), options, Progress.NONE);
  }
}

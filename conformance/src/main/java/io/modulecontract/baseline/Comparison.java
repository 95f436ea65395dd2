package io.modulecontract.baseline;

import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Pin;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;

/** Holds a run against a baseline. */
public final class Comparison {

  private final Baseline baseline;

  private Comparison(Baseline baseline) {
    this.baseline = baseline;
  }

  /** The run with what the baseline says about each row, and the conclusions that this allows. */
  public static RunResult of(RunResult run, Baseline baseline) {
    Comparison comparison = new Comparison(baseline);
    return run.with(
        run.modules().stream().map(module -> comparison.module(module, run.strict())).toList());
  }

  /** The same of one module, as far as it is decided. */
  public static ModuleResult of(ModuleResult module, Baseline baseline, boolean strict) {
    return new Comparison(baseline).module(module, strict);
  }

  /** The modules that entries name and that the run did not check: each once. */
  public static List<String> unchecked(RunResult run, Baseline baseline) {
    List<Path> files = run.modules().stream().map(module -> Path.of(module.file())).toList();
    return baseline.entries().stream()
        .filter(entry -> files.stream().noneMatch(entry::names))
        .map(Baseline.Entry::module)
        .distinct()
        .toList();
  }

  private ModuleResult module(ModuleResult module, boolean strict) {
    if (!module.ran()) {
      return module;
    }
    Path file = Path.of(module.file());
    List<ClauseResult> rows = module.clauses().stream().map(row -> row(file, row)).toList();
    return module.with(rows, Conclusion.of(rows, strict));
  }

  private ClauseResult row(Path file, ClauseResult row) {
    return baseline.entry(file, row.clause()).map(entry -> row.with(pin(entry, row))).orElse(row);
  }

  private static Pin pin(Baseline.Entry entry, ClauseResult row) {
    if (row.verdict() instanceof Verdict.Failed failed) {
      Evidence known = entry.evidence();
      return known.equals(Evidence.of(failed.failure()))
          ? new Pin.Known(entry.reason())
          : new Pin.Different(entry.reason(), known.expected(), known.actual());
    }
    return row.decided() ? new Pin.Stale(entry.reason()) : new Pin.Unseen(entry.reason());
  }
}

package io.modulecontract.baseline;

import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the baseline that says what a run saw. */
public final class Renewal {

  private final Baseline before;
  private final RunResult run;

  private Renewal(Baseline before, RunResult run) {
    this.before = before;
    this.run = run;
  }

  /**
   * The baseline of a run: every failure that counts or was known before, with the reason that it
   * had. What the run did not decide, and modules that it did not check, stay as they were.
   */
  public static Baseline of(RunResult run, Baseline before) {
    return new Renewal(before, run).entries();
  }

  private Baseline entries() {
    List<Baseline.Entry> entries = new ArrayList<>();
    List<Baseline.Entry> left = new ArrayList<>(before.entries());
    for (ModuleResult module : run.modules()) {
      Path file = Path.of(module.file());
      for (ClauseResult row : module.clauses()) {
        Optional<Baseline.Entry> known = before.entry(file, row.clause());
        known.ifPresent(left::remove);
        entry(file, row, known).filter(entry -> !has(entries, entry)).ifPresent(entries::add);
      }
    }
    entries.addAll(left);
    return new Baseline(entries);
  }

  private Optional<Baseline.Entry> entry(
      Path file, ClauseResult row, Optional<Baseline.Entry> known) {
    if (!(row.verdict() instanceof Verdict.Failed failed)) {
      return row.decided() ? Optional.empty() : known;
    }
    if (known.isEmpty() && !row.counts(run.strict())) {
      return Optional.empty();
    }
    String module =
        known
            .filter(entry -> others(file).noneMatch(entry::names))
            .map(Baseline.Entry::module)
            .orElseGet(() -> name(file));
    String reason = known.map(Baseline.Entry::reason).orElse("");
    Evidence evidence = Evidence.of(failed.failure());
    return Optional.of(new Baseline.Entry(module, row.clause(), reason, evidence));
  }

  /** A file that was named twice has its entries once. */
  private static boolean has(List<Baseline.Entry> entries, Baseline.Entry entry) {
    return entries.stream()
        .anyMatch(
            other -> other.module().equals(entry.module()) && other.clause() == entry.clause());
  }

  /** The file's name alone, or the path as far as it is needed to tell files of one name apart. */
  private String name(Path file) {
    Path path = file.normalize();
    for (int from = path.getNameCount() - 1; from > 0; from--) {
      Path end = path.subpath(from, path.getNameCount());
      if (others(file).noneMatch(other -> other.endsWith(end))) {
        return slashes(end);
      }
    }
    return slashes(path.subpath(0, path.getNameCount()));
  }

  private Stream<Path> others(Path file) {
    return run.modules().stream()
        .map(module -> Path.of(module.file()).normalize())
        .filter(other -> !other.equals(file.normalize()));
  }

  /** The same file must be found on every system. */
  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}

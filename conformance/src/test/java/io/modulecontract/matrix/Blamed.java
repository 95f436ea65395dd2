package io.modulecontract.matrix;

import io.modulecontract.checks.Effort;
import io.modulecontract.report.FindingFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a faulty module is blamed for, by the check of the clause that it breaks.
 *
 * @param result what was seen
 * @param finding what was saved of it, if it was seen to fail
 */
record Blamed(ModuleResult result, Path finding) {

  /**
   * By the clause's own check, or by those of its family, which come across more, or else at the
   * effort that users get.
   */
  static Blamed of(Catalogue.Entry entry, Path directory) {
    Clause clause = entry.breaks().orElseThrow();
    RunResult run = run(entry, Set.of(clause), Effort.QUICK);
    if (passes(run, clause)) {
      run = run(entry, EnumSet.copyOf(clause.family().clauses()), Effort.QUICK);
    }
    if (passes(run, clause)) {
      run = run(entry, Set.of(clause), Effort.STANDARD);
    }
    Path folder = directory.resolve(entry.name());
    try {
      FindingFiles.write(run, folder);
    } catch (ReportWriteException e) {
      throw new AssertionError(e);
    }
    Path finding = folder.resolve("findings").resolve(clause.id() + ".json");
    return new Blamed(run.modules().get(0), finding);
  }

  private static boolean passes(RunResult run, Clause clause) {
    return MatrixText.failure(run.modules().get(0), clause).isEmpty();
  }

  private static RunResult run(Catalogue.Entry entry, Set<Clause> clauses, Effort effort) {
    return Checked.small(entry, clauses, KillMatrixTest.SEED, effort);
  }
}

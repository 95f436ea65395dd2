package io.modulecontract.fuzz;

import io.modulecontract.finding.UnreadableFinding;
import io.modulecontract.report.FindingFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the workers of one campaign found, as far as it shows again; each is written at once. */
final class Findings {

  private final RunResult run;
  private final Places places;
  private final Confirmed confirmed;
  private final FuzzProgress progress;
  private final Rows rows = new Rows();
  private final Set<Path> seen = new HashSet<>();

  Findings(RunResult run, Places places, Confirmed confirmed, FuzzProgress progress) {
    this.run = run;
    this.places = places;
    this.confirmed = confirmed;
    this.progress = progress;
  }

  Rows rows() {
    return rows;
  }

  /** Repeats what is new, for a module of which nothing was known before. */
  void look(ModuleResult module) throws IOException, ReportWriteException {
    look(module, false);
  }

  /** Takes suspects as they are whose worker ended before it had made them smaller. */
  void takeUnfinished() throws IOException {
    for (Path file : Corpus.files(places.suspects())) {
      String name = file.getFileName().toString();
      if (name.endsWith(SuspectFile.FIRST)) {
        String plain = name.substring(0, name.length() - SuspectFile.FIRST.length());
        Path finished = file.resolveSibling(plain + SuspectFile.ENDING);
        if (Files.exists(finished)) {
          Files.delete(file);
        } else {
          Files.move(file, finished);
        }
      }
    }
  }

  /** Repeats what an earlier run found: what does not show any more is forgotten. */
  void lookAtEarlier(ModuleResult module) throws IOException, ReportWriteException {
    takeUnfinished();
    look(module, true);
  }

  private void look(ModuleResult module, boolean earlier) throws IOException, ReportWriteException {
    for (Path file : Corpus.files(places.suspects())) {
      if (isSuspect(file) && seen.add(file)) {
        try {
          SuspectFile suspect = SuspectFile.read(file);
          Optional<Verdict> verdict = confirmed.of(suspect);
          if (verdict.isPresent()) {
            found(file, suspect.finding().clause(), verdict.get(), module);
          } else if (earlier) {
            progress.note(file.getFileName() + ", of an earlier run, does not show any more");
            forget(file);
          } else {
            progress.note(
                file.getFileName() + " was seen by a worker and does not show on a fresh instance");
          }
        } catch (UnreadableFinding e) {
          progress.note(e.getMessage() + "; it is left out");
        }
      }
    }
  }

  private static boolean isSuspect(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SuspectFile.ENDING) && !name.startsWith(".");
  }

  private void found(Path file, Clause clause, Verdict verdict, ModuleResult module)
      throws ReportWriteException {
    ClauseResult row = Rows.row(clause, verdict);
    if (verdict instanceof Verdict.Failed) {
      row = FindingFiles.write(run, module, row, places.findings(), name(file));
    }
    rows.add(row);
    progress.found(module, row);
  }

  private void forget(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(places.findings().resolve(name(file) + SuspectFile.ENDING));
    Files.deleteIfExists(places.findings().resolve(name(file) + ".mjs"));
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SuspectFile.ENDING.length());
  }
}

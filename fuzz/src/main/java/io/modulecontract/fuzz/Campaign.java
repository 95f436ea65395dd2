package io.modulecontract.fuzz;

import io.modulecontract.engine.LoadedModule.Fuzzing;
import io.modulecontract.finding.UnreadableFinding;
import io.modulecontract.report.FindingFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.FuzzSummary;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One module's campaign: workers, what they find, and what is said of it at the end. */
final class Campaign {

  private static final long LOOK_EVERY_MILLIS = 200;

  private final RunResult run;
  private final Path path;
  private final Places places;
  private final FuzzOptions options;
  private final long began = System.nanoTime();
  private final Rows rows = new Rows();
  private final Set<Path> seen = new HashSet<>();

  Campaign(RunResult run, Path path, Places places, FuzzOptions options) {
    this.run = run;
    this.path = path;
    this.places = places;
    this.options = options;
  }

  /** Fuzzes; a module that cannot be fuzzed has a result that says why. */
  ModuleResult run(FuzzProgress progress) {
    try {
      return fuzzed(progress);
    } catch (CannotFuzz e) {
      return told(couldNotRun(String.valueOf(e.getMessage())), progress);
    } catch (ReportWriteException | IOException e) {
      return told(couldNotRun(path + ": " + e.getMessage()), progress);
    }
  }

  /** Makes the corpus smaller. */
  ModuleResult merge(FuzzProgress progress) {
    return run(progress);
  }

  private static ModuleResult told(ModuleResult module, FuzzProgress progress) {
    progress.ended(module);
    return module;
  }

  private ModuleResult fuzzed(FuzzProgress progress)
      throws CannotFuzz, IOException, ReportWriteException {
    FuzzSubject subject =
        FuzzSubject.read(
            path, options.descriptor(), options.limits(), options.seed(), Fuzzing.NONE);
    subject.require(path);
    int foreign = Corpus.prepare(places.corpus());
    prepare(subject);
    ModuleResult module = module(subject, Optional.empty());
    progress.began(module);
    if (foreign > 0) {
      progress.note(
          places.corpus()
              + ": "
              + foreign
              + " files have no name of an input; they are read as inputs and never changed");
    }
    if (subject.functions().isEmpty()) {
      progress.note("no function has a known shape: only allocate and deallocate are fuzzed");
    }
    Confirmed confirmed = new Confirmed(subject, options);
    confirm(confirmed, module, progress, true);
    FuzzSummary summary;
    try (Fleet fleet = new Fleet(settings(), options.time())) {
      while (fleet.working()) {
        pause();
        confirm(confirmed, module, progress, false);
        progress.now(path.toString(), summary(fleet, subject));
      }
      confirm(confirmed, module, progress, false);
      summary = summary(fleet, subject);
      if (summary.executions() == 0) {
        throw new CannotFuzz(path + ": no program was run: " + fleet.trouble());
      }
    }
    return told(module(subject, Optional.of(summary)), progress);
  }

  private FuzzSummary summary(Fleet fleet, FuzzSubject subject) throws IOException {
    return fleet.summary(
        subject, options, Corpus.files(places.corpus()).size(), rows.size());
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void prepare(FuzzSubject subject) throws IOException {
    Files.createDirectories(places.suspects());
    Files.createDirectories(places.seeds());
    for (byte[] seed : Seeds.of(subject.functions(), options.seed())) {
      Corpus.add(places.seeds(), seed);
    }
    Files.write(
        places.work().resolve("words.dict"),
        Dictionary.file(Dictionary.of(subject.loaded())).getBytes(StandardCharsets.UTF_8));
  }

  private List<WorkerSettings> settings() {
    List<WorkerSettings> all = new ArrayList<>();
    for (int i = 0; i < options.jobs(); i++) {
      all.add(
          new WorkerSettings(
              path.toAbsolutePath(),
              options.descriptor().map(Path::toAbsolutePath),
              options.limits(),
              options.seed(),
              options.engine(),
              options.compares(),
              options.time(),
              places.corpus().toAbsolutePath(),
              places.work().toAbsolutePath(),
              i));
    }
    return all;
  }

  /**
   * Repeats what is new among the suspects, and writes what shows again.
   *
   * @param earlier whether they are of an earlier run
   */
  private void confirm(
      Confirmed confirmed, ModuleResult module, FuzzProgress progress, boolean earlier)
      throws IOException, ReportWriteException {
    for (Path file : Corpus.files(places.suspects())) {
      if (file.toString().endsWith(".json") && seen.add(file)) {
        try {
          Optional<Verdict> verdict = confirmed.of(SuspectFile.read(file));
          if (verdict.isPresent()) {
            found(file, verdict.get(), module, progress);
          } else if (earlier) {
            progress.note(file.getFileName() + ", of an earlier run, does not show any more");
            forget(file);
          }
        } catch (UnreadableFinding e) {
          progress.note(e.getMessage() + "; it is left out");
        }
      }
    }
  }

  private void found(Path file, Verdict verdict, ModuleResult module, FuzzProgress progress)
      throws ReportWriteException {
    String name = file.getFileName().toString().replaceAll("\\.json$", "");
    ClauseResult row = Rows.row(clause(name), verdict);
    if (verdict instanceof Verdict.Failed) {
      row = FindingFiles.write(run, module, row, places.findings(), name);
    }
    rows.add(row);
    progress.found(module, row);
  }

  private static io.modulecontract.spec.Clause clause(String name) {
    int end = name.indexOf('-', name.indexOf('-') + 1);
    return io.modulecontract.spec.Clause.byId(end < 0 ? name : name.substring(0, end)).orElseThrow();
  }

  private void forget(Path file) throws IOException {
    String name = file.getFileName().toString().replaceAll("\\.json$", "");
    Files.deleteIfExists(file);
    Files.deleteIfExists(places.findings().resolve(name + ".json"));
    Files.deleteIfExists(places.findings().resolve(name + ".mjs"));
  }

  private ModuleResult module(FuzzSubject subject, Optional<FuzzSummary> summary) {
    return new ModuleResult(
        path.toString(),
        subject.file().sha256(),
        subject.file().length(),
        subject.descriptor().profile().name(),
        subject.functions().stream()
            .map(
                function ->
                    new ModuleResult.ShapedFunction(
                        function.name(),
                        function.shape().toString(),
                        subject.declared(function) ? "descriptor" : "detected"))
            .toList(),
        rows.conclusion(),
        "",
        Duration.ofNanos(System.nanoTime() - began),
        rows.all(),
        summary);
  }

  private ModuleResult couldNotRun(String why) {
    return new ModuleResult(
        path.toString(),
        "",
        0,
        "",
        List.of(),
        Conclusion.COULD_NOT_RUN,
        why,
        Duration.ofNanos(System.nanoTime() - began),
        rows.all());
  }
}

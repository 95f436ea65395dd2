package io.modulecontract.fuzz;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.FuzzSummary;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One module's campaign: workers, what they find, and what is said of it at the end. */
final class Campaign {

  private static final long LOOK_EVERY_MILLIS = 200;

  private final RunResult run;
  private final Path path;
  private final Places places;
  private final FuzzOptions options;
  private final FuzzProgress progress;
  private final long began = System.nanoTime();

  Campaign(RunResult run, Path path, Places places, FuzzOptions options, FuzzProgress progress) {
    this.run = run;
    this.path = path;
    this.places = places;
    this.options = options;
    this.progress = progress;
  }

  /** Fuzzes; a module that cannot be fuzzed has a result that says why. */
  ModuleResult run() {
    ModuleResult module;
    try {
      module = fuzzed();
    } catch (CannotFuzz e) {
      module = couldNotRun(String.valueOf(e.getMessage()));
    } catch (ReportWriteException | IOException e) {
      module = couldNotRun(path + ": " + e.getMessage());
    }
    progress.ended(module);
    return module;
  }

  private ModuleResult fuzzed() throws CannotFuzz, IOException, ReportWriteException {
    FuzzSubject subject = subject();
    int foreign = Corpus.prepare(places.corpus());
    prepare(subject);
    Findings findings = new Findings(run, places, new Confirmed(subject, options), progress);
    ModuleResult head = module(subject, findings.rows(), Optional.empty());
    progress.began(head);
    tell(subject, foreign);
    findings.lookAtEarlier(head);
    FuzzSummary summary;
    try (Fleet fleet = new Fleet(settings(), options.time())) {
      while (fleet.working()) {
        pause();
        findings.look(head);
        progress.now(path.toString(), summary(fleet, subject, findings));
      }
      fleet.stop();
      findings.takeUnfinished();
      findings.look(head);
      summary = summary(fleet, subject, findings);
      if (summary.executions() == 0) {
        throw new CannotFuzz(path + ": no program was run: " + fleet.trouble());
      }
      if (!fleet.trouble().isEmpty()) {
        progress.note("a worker went wrong: " + fleet.trouble());
      }
    }
    return module(subject, findings.rows(), Optional.of(summary));
  }

  private FuzzSubject subject() throws CannotFuzz {
    FuzzSubject subject =
        FuzzSubject.read(
            path, options.descriptor(), options.limits(), options.seed(), Fuzzing.NONE);
    subject.require(path);
    return subject;
  }

  private void tell(FuzzSubject subject, int foreign) {
    if (foreign > 0) {
      progress.note(
          places.corpus()
              + ": "
              + foreign
              + " files do not have the name of an input; they are read as inputs and stay");
    }
    List<ModuleDescriptor.Function> left =
        subject.functions().stream()
            .filter(function -> !CalledFunction.canBeCalled(function))
            .toList();
    for (ModuleDescriptor.Function function : left) {
      progress.note(
          "not called: " + function.name() + ", for no descriptor says which tables it takes");
    }
    if (left.size() == subject.functions().size()) {
      progress.note("no function can be called: only allocate and deallocate are fuzzed");
    }
  }

  private FuzzSummary summary(Fleet fleet, FuzzSubject subject, Findings findings)
      throws IOException {
    int corpus = Corpus.files(places.corpus()).size();
    return fleet.summary(subject, options, corpus, findings.rows().size());
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
        places.words(),
        Dictionary.file(Dictionary.of(subject.loaded())).getBytes(StandardCharsets.UTF_8));
  }

  private List<WorkerSettings> settings() {
    return IntStream.range(0, options.jobs())
        .mapToObj(index -> WorkerSettings.of(path, options, places, index))
        .toList();
  }

  /**
   * Runs every input of the corpus once, and takes out those that cover nothing of their own.
   *
   * @throws CannotFuzz when that cannot be done
   */
  MergeResult merge() throws CannotFuzz {
    if (options.engine() != FuzzEngine.JAZZER) {
      throw new CannotFuzz("a corpus is made smaller by what its inputs cover: that needs Jazzer");
    }
    FuzzSubject subject = subject();
    Corpus.prepare(places.corpus());
    try {
      prepare(subject);
      WorkerSettings settings = WorkerSettings.of(path, options, places, 0).merging();
      Files.deleteIfExists(settings.kept());
      try (Fleet fleet = new Fleet(List.of(settings), options.time())) {
        while (fleet.working()) {
          pause();
        }
        if (!Files.exists(settings.kept())) {
          throw new CannotFuzz(path + ": the corpus could not be run: " + fleet.trouble());
        }
      }
      return MergeResult.of(path, places.corpus(), Files.readAllLines(settings.kept()));
    } catch (IOException e) {
      throw new CannotFuzz(path + ": " + e.getMessage());
    }
  }

  private ModuleResult module(FuzzSubject subject, Rows rows, Optional<FuzzSummary> summary) {
    return new ModuleResult(
        path.toString(),
        subject.file().sha256(),
        subject.file().length(),
        subject.descriptor().profile().name(),
        subject.shapedFunctions(),
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
        new Rows().all());
  }
}

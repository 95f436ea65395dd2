package io.modulecontract.run;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.checks.Readiness;
import io.modulecontract.checks.Subject;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleFile;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.engine.ModuleReading;
import io.modulecontract.engine.UnreadableModule;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One module's way from its file to its result. */
final class ModuleRun {

  private static final Duration READING = Duration.ofSeconds(60);

  private final CheckLauncher launcher;
  private final Path path;
  private final RunOptions options;
  private final Progress progress;
  private final long began = System.nanoTime();

  ModuleRun(CheckLauncher launcher, Path path, RunOptions options, Progress progress) {
    this.launcher = launcher;
    this.path = path;
    this.options = options;
    this.progress = progress;
  }

  ModuleResult decide() {
    ModuleFile file;
    try {
      file = ModuleFile.read(path);
    } catch (UnreadableModule e) {
      return couldNotRun("", 0, e.getMessage());
    }
    try {
      ModuleDescriptor descriptor = descriptor();
      ModuleReading reading = ModuleReader.read(file, READING);
      if (reading instanceof ModuleReading.Unsupported unsupported) {
        return couldNotRun(file.sha256(), file.length(), path + ": " + unsupported.sentence());
      }
      return checked(file, subject(reading, descriptor));
    } catch (UnreadableDescriptor e) {
      return couldNotRun(file.sha256(), file.length(), e.getMessage());
    }
  }

  private ModuleDescriptor descriptor() throws UnreadableDescriptor {
    Path beside = DescriptorReader.beside(path);
    if (options.descriptor().isPresent()) {
      return DescriptorReader.read(options.descriptor().get());
    }
    return Files.exists(beside) ? DescriptorReader.read(beside) : ModuleDescriptor.NONE;
  }

  private Subject subject(ModuleReading reading, ModuleDescriptor descriptor) {
    Optional<LoadedModule> loaded =
        reading instanceof ModuleReading.WellFormed wellFormed
            ? Optional.of(LoadedModule.of(wellFormed, Profile.DEFAULT))
            : Optional.empty();
    return new Subject(
        reading,
        loaded,
        descriptor,
        Profile.DEFAULT,
        options.policy(),
        options.effort(),
        options.seed());
  }

  private ModuleResult checked(ModuleFile file, Subject subject) {
    Reproducer reproducer = new Reproducer(path.toString(), options);
    Decisions decisions = new Decisions(subject, Readiness.of(subject), reproducer, progress);
    String unrun = "its check did not run";
    try {
      launcher.run(options.clauses(), options.effort(), decisions);
      decisions.followUp();
    } catch (OutOfMemoryError e) {
      // What was decided before stays decided.
      unrun = JvmMemory.ranOut();
    }
    List<ClauseResult> rows = rows(decisions, unrun);
    Conclusion conclusion = Conclusion.of(rows, options.strict());
    String reason =
        conclusion == Conclusion.COULD_NOT_RUN ? "no clause was decided: " + firstReason(rows) : "";
    return new ModuleResult(
        path.toString(),
        file.sha256(),
        file.length(),
        Recognition.profile(subject),
        Recognition.functions(subject),
        conclusion,
        reason,
        elapsed(),
        rows);
  }

  private List<ClauseResult> rows(Decisions decisions, String unrun) {
    return Arrays.stream(Clause.values())
        .map(
            clause ->
                options.clauses().contains(clause)
                    ? decisions
                        .row(clause)
                        .orElseGet(() -> undecided(clause, new Verdict.Inconclusive(unrun)))
                    : undecided(clause, Verdict.NotApplicable.NOT_ASKED))
        .toList();
  }

  private static ClauseResult undecided(Clause clause, Verdict verdict) {
    return new ClauseResult(clause, verdict, 0, 0, Duration.ZERO);
  }

  private String firstReason(List<ClauseResult> rows) {
    return rows.stream()
        .filter(row -> options.clauses().contains(row.clause()))
        .map(ClauseResult::verdict)
        .map(
            verdict ->
                verdict instanceof Verdict.NotApplicable not
                    ? not.why()
                    : verdict instanceof Verdict.Inconclusive open ? open.why() : "")
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("none was asked for");
  }

  /** The result when something went wrong that has no place among the others: trouble of ours. */
  ModuleResult failed(Throwable problem) {
    String what =
        problem instanceof OutOfMemoryError ? JvmMemory.ranOut() : "error in the suite: " + problem;
    return couldNotRun("", 0, path + ": " + what);
  }

  private ModuleResult couldNotRun(String sha256, long bytes, String reason) {
    Verdict none = new Verdict.NotApplicable("the module could not be run");
    List<ClauseResult> rows =
        Arrays.stream(Clause.values()).map(clause -> undecided(clause, none)).toList();
    return new ModuleResult(
        path.toString(),
        sha256,
        bytes,
        "",
        List.of(),
        Conclusion.COULD_NOT_RUN,
        reason,
        elapsed(),
        rows);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}

package io.modulecontract.run;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.checks.Readiness;
import io.modulecontract.checks.Sightings;
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
import java.util.ArrayList;
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
    Readiness readiness = Readiness.of(subject);
    Sightings sightings = new Sightings();
    Reproducer reproducer = new Reproducer(path.toString(), options);
    ClauseRun run = new ClauseRun(launcher, subject, readiness, sightings, reproducer);
    List<ClauseResult> rows = new ArrayList<>();
    for (Clause clause : Clause.values()) {
      rows.add(options.clauses().contains(clause) ? decided(run, clause) : notAsked(clause));
    }
    rows.replaceAll(
        row ->
            row.verdict() instanceof Verdict.Passed && sightings.has(row.clause())
                ? run.followUp(row)
                : row);
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

  private ClauseResult decided(ClauseRun run, Clause clause) {
    progress.checking(path.toString(), clause);
    return run.decide(clause);
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

  private static ClauseResult notAsked(Clause clause) {
    return new ClauseResult(
        clause, new Verdict.NotApplicable("not asked for"), 0, 0, Duration.ZERO);
  }

  private ModuleResult couldNotRun(String sha256, long bytes, String reason) {
    List<ClauseResult> rows =
        Arrays.stream(Clause.values())
            .map(
                clause ->
                    new ClauseResult(
                        clause,
                        new Verdict.NotApplicable("the module could not be run"),
                        0,
                        0,
                        Duration.ZERO))
            .toList();
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

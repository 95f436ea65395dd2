package io.modulecontract.run;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.checks.Readiness;
import io.modulecontract.checks.Subject;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
      ModuleDescriptor descriptor = DescriptorReader.of(path, options.descriptor());
      ModuleReading reading = ModuleReader.read(file, READING);
      if (reading instanceof ModuleReading.Unsupported unsupported) {
        return couldNotRun(file.sha256(), file.length(), path + ": " + unsupported.sentence());
      }
      return checked(file, subject(reading, descriptor));
    } catch (UnreadableDescriptor e) {
      return couldNotRun(file.sha256(), file.length(), e.getMessage());
    }
  }

  /** The module with all that its checks depend on; empty when it cannot be run. */
  Optional<Subject> subject() {
    try {
      ModuleDescriptor descriptor = DescriptorReader.of(path, options.descriptor());
      ModuleReading reading = ModuleReader.read(ModuleFile.read(path), READING);
      return reading instanceof ModuleReading.Unsupported
          ? Optional.empty()
          : Optional.of(subject(reading, descriptor));
    } catch (UnreadableModule | UnreadableDescriptor e) {
      return Optional.empty();
    }
  }

  private Subject subject(ModuleReading reading, ModuleDescriptor descriptor) {
    Optional<LoadedModule> loaded =
        reading instanceof ModuleReading.WellFormed wellFormed
            ? Optional.of(
                LoadedModule.of(wellFormed, descriptor.profile(), DeclaredImports.of(descriptor)))
            : Optional.empty();
    return new Subject(
        reading,
        loaded,
        descriptor,
        descriptor.profile(),
        options.policy(descriptor),
        options.effort(),
        options.seed());
  }

  private ModuleResult checked(ModuleFile file, Subject subject) {
    progress.read(result(file, subject, List.of()));
    Reproducer reproducer = new Reproducer(path.toString(), options);
    Decisions decisions = new Decisions(subject, Readiness.of(subject), reproducer, progress);
    for (Family family : Family.values()) {
      Set<Clause> asked = asked(family);
      if (!asked.isEmpty()) {
        run(asked, decisions);
        // A family before this one comes again when the checks of this one saw more of it.
        Set<Family> changed = followUp(decisions);
        changed.add(family);
        ModuleResult soFar = result(file, subject, rows(decisions));
        changed.forEach(it -> progress.decided(soFar, it));
      }
    }
    return result(file, subject, rows(decisions));
  }

  private Set<Clause> asked(Family family) {
    Set<Clause> asked = EnumSet.noneOf(Clause.class);
    asked.addAll(family.clauses());
    asked.retainAll(options.clauses());
    return asked;
  }

  private ModuleResult result(ModuleFile file, Subject subject, List<ClauseResult> rows) {
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

  /** Runs these checks, also those after one that the platform does not survive. */
  private void run(Set<Clause> clauses, Decisions decisions) {
    String unrun = "its check did not run";
    EnumSet<Clause> left = EnumSet.copyOf(clauses);
    int before = left.size() + 1;
    while (!left.isEmpty() && left.size() < before) {
      before = left.size();
      try {
        launcher.run(left, options.effort(), decisions);
        left.clear();
      } catch (OutOfMemoryError | StackOverflowError e) {
        unrun = JvmMemory.isCauseOf(e) ? JvmMemory.ranOut() : "error in the suite: " + e;
        // What was decided before stays decided.
        decisions.stopped(e);
        left.removeIf(clause -> decisions.row(clause).isPresent());
      }
    }
    decisions.leaveOpen(clauses, unrun);
  }

  private static Set<Family> followUp(Decisions decisions) {
    try {
      return decisions.followUp();
    } catch (OutOfMemoryError | StackOverflowError e) {
      decisions.stopped(e);
      return EnumSet.noneOf(Family.class);
    }
  }

  /** Of every clause that was decided so far, and of those that are not to be. */
  private List<ClauseResult> rows(Decisions decisions) {
    return Arrays.stream(Clause.values())
        .flatMap(
            clause ->
                options.clauses().contains(clause)
                    ? decisions.row(clause).stream()
                    : Stream.of(decisions.unasked(clause)))
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
        JvmMemory.isCauseOf(problem) ? JvmMemory.ranOut() : "error in the suite: " + problem;
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

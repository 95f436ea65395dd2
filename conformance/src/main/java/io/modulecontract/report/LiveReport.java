package io.modulecontract.report;

import io.modulecontract.report.Screen.Style;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The console report in pieces, each as soon as it is known. What it was told first stays said, so
 * each method gives only what is new. Of one run, on one thread.
 */
public final class LiveReport {

  private static final RunResult NONE =
      new RunResult("", "", 0, "", false, Instant.EPOCH, Duration.ZERO, List.of());

  private final Supplier<Screen> screens;
  private final Set<Family> said = EnumSet.noneOf(Family.class);
  private RunResult run = NONE;
  private boolean alone;
  private boolean headed;
  private String held = "";

  LiveReport(Supplier<Screen> screens) {
    this.screens = screens;
  }

  /** The head of the report, as far as it does not wait for the one module to be read. */
  public String began(RunResult soFar, int modules) {
    run = soFar;
    alone = modules == 1;
    Screen screen = screens.get();
    if (!alone) {
      String subject = Words.count(modules, "module");
      screen.add(Style.STRONG, ConsoleReport.title(run)).add(" · " + subject).end();
      screen.add(ConsoleReport.settings(run)).end().end();
    }
    return screen.toString();
  }

  /** What the module is, where it is the only one. */
  public String read(ModuleResult soFar) {
    Screen screen = screens.get();
    if (alone && !headed) {
      headed = true;
      held = "\n";
      ConsoleModule.head(screen, ModuleView.of(soFar, run.strict()), run);
    }
    return screen.toString();
  }

  /**
   * The line of a family that was decided. It is held back as long as no clause is: a module that
   * could not be run has no such lines.
   */
  public String decided(ModuleResult soFar, Family family) {
    if (!alone) {
      return "";
    }
    Screen screen = screens.get();
    boolean again = !said.add(family);
    ConsoleModule.family(screen, ModuleView.of(soFar, run.strict()), family, again);
    String lines = held + screen;
    boolean nothing = soFar.clauses().stream().noneMatch(ClauseResult::decided);
    held = nothing ? lines : "";
    return nothing ? "" : lines;
  }

  /** The line of a module that is done, where there are others. */
  public String decided(ModuleResult module) {
    Screen screen = screens.get();
    if (!alone) {
      ConsoleModule.line(screen, ModuleView.of(module, run.strict()));
    }
    return screen.toString();
  }

  /**
   * The rest: what is broken or undecided, the conclusion, and where the reports are.
   *
   * @param result what was decided
   * @param reports the report files that were written, named in the last line
   */
  public String ended(RunResult result, List<Path> reports) {
    Screen screen = screens.get();
    List<ModuleView> views = ModuleView.of(result);
    String before = "";
    if (alone) {
      ModuleView view = views.get(0);
      before = read(view.module());
      if (!view.couldNotRun()) {
        before += held;
        ConsoleClause.all(screen, view);
      }
      List<String> facts =
          view.couldNotRun() ? List.of(view.reason()) : view.tally(" (why: report)");
      ConsoleReport.close(screen.end(), result, facts);
    } else {
      views.stream()
          .filter(view -> !view.couldNotRun())
          .filter(view -> !view.told().isEmpty() || !view.alsoSeen().isEmpty())
          .forEach(view -> ConsoleModule.clauses(screen.end(), view));
      String subject = Words.count(views.size(), "module");
      ConsoleReport.close(
          screen.end(), result, List.of(subject, ConsoleReport.conclusions(result)));
    }
    if (!reports.isEmpty()) {
      screen.add("reports: " + ConsoleReport.paths(reports)).end();
    }
    return before + screen;
  }
}

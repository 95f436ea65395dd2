package io.modulecontract.report;

import io.modulecontract.report.Screen.Style;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A run's result for a person at a console. */
public final class ConsoleReport {

  private final boolean colours;
  private final int width;

  /**
   * A report for a console like this.
   *
   * @param colours whether it shows colours
   * @param width its columns; prose is wrapped there, commands and sequences never are
   */
  public ConsoleReport(boolean colours, int width) {
    this.colours = colours;
    this.width = width;
  }

  /**
   * The report's text, its lines ended by a newline.
   *
   * @param run what was decided
   * @param reports the report files that were written, named in the last line
   */
  public String render(RunResult run, List<Path> reports) {
    Screen screen = new Screen(colours, width);
    List<ModuleView> views = ModuleView.of(run);
    if (views.size() == 1) {
      ModuleView view = views.get(0);
      ConsoleModule.full(screen, view, run);
      screen.end();
      List<String> facts =
          view.couldNotRun() ? List.of(view.reason()) : view.tally(" (why: report)");
      close(screen, run, facts);
    } else {
      String subject = Words.count(views.size(), "module");
      screen.add(Style.STRONG, title(run)).add(" · " + subject).end();
      screen.add(settings(run)).end();
      views.forEach(view -> ConsoleModule.compact(screen.end(), view));
      close(screen.end(), run, List.of(subject, conclusions(run)));
    }
    if (!reports.isEmpty()) {
      screen.add("reports: " + paths(reports)).end();
    }
    return screen.toString();
  }

  /** The contract and its version. */
  static String title(RunResult run) {
    return "Module interop contract " + run.contract();
  }

  /** What makes the run repeatable. */
  static String settings(RunResult run) {
    return "seed " + run.seed() + " · effort " + run.effort() + (run.strict() ? " · strict" : "");
  }

  private static String conclusions(RunResult run) {
    List<Conclusion> all = run.modules().stream().map(ModuleResult::conclusion).toList();
    return all.isEmpty() ? "nothing was checked" : Words.conclusions(all);
  }

  private static void close(Screen screen, RunResult run, List<String> facts) {
    Conclusion conclusion = run.conclusion();
    screen.add(Style.of(Mark.of(conclusion)), conclusion.words());
    for (String fact : facts) {
      screen.add(" · " + fact);
    }
    screen.add(" · " + Words.time(run.duration())).end();
  }

  /** The paths, their common directory written once. */
  private static String paths(List<Path> reports) {
    Path directory = reports.get(0).getParent();
    boolean together =
        reports.size() > 1
            && directory != null
            && reports.stream().allMatch(path -> Objects.equals(path.getParent(), directory));
    if (!together) {
      return reports.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
    String names =
        reports.stream()
            .map(path -> directory.relativize(path).toString())
            .collect(Collectors.joining(", ", "{", "}"));
    return directory + directory.getFileSystem().getSeparator() + names;
  }
}

package io.modulecontract.report;

import io.modulecontract.report.Screen.Style;
import io.modulecontract.spec.Family;
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
    LiveReport live = live();
    StringBuilder text = new StringBuilder(live.began(run, run.modules().size()));
    for (ModuleResult module : run.modules()) {
      text.append(live.read(module));
      for (Family family : Family.values()) {
        text.append(live.decided(module, family));
      }
      text.append(live.decided(module));
    }
    return text.append(live.ended(run, reports)).toString();
  }

  /** The same report, to be told while the run goes on. */
  public LiveReport live() {
    return new LiveReport(() -> new Screen(colours, width));
  }

  /** The contract and its version. */
  static String title(RunResult run) {
    return "Module interop contract " + run.contract();
  }

  /** What makes the run repeatable. */
  static String settings(RunResult run) {
    return "seed " + run.seed() + " · effort " + run.effort() + (run.strict() ? " · strict" : "");
  }

  /** How many modules ended how. */
  static String conclusions(RunResult run) {
    List<Conclusion> all = run.modules().stream().map(ModuleResult::conclusion).toList();
    return all.isEmpty() ? "nothing was checked" : Words.conclusions(all);
  }

  /** The last line but one: the conclusion, with some facts. */
  static void close(Screen screen, RunResult run, List<String> facts) {
    Conclusion conclusion = run.conclusion();
    screen.add(Style.of(Mark.of(conclusion)), conclusion.words());
    for (String fact : facts) {
      screen.add(" · " + fact);
    }
    screen.add(" · " + Words.time(run.duration())).end();
  }

  /** The paths, their common directory written once. */
  static String paths(List<Path> reports) {
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

package io.modulecontract.cli;

import io.modulecontract.report.ConsoleReport;
import io.modulecontract.report.LiveReport;
import io.modulecontract.run.Progress;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Prints the report while the run goes on: each piece at once, for a person who waits or a log that
 * is followed. The progress line is taken away before, for both may be on one terminal.
 */
final class LiveConsole implements Progress {

  private final PrintWriter out;
  private final ProgressLine line;
  private final UnaryOperator<ModuleResult> beside;
  private final LiveReport report = new ConsoleReport(Terminal.colours(), Terminal.width()).live();

  /**
   * @param beside puts what is known already beside a result, so that it is not told as news
   */
  LiveConsole(PrintWriter out, PrintWriter err, UnaryOperator<ModuleResult> beside) {
    this.out = out;
    this.beside = beside;
    this.line = new ProgressLine(err);
  }

  @Override
  public void began(RunResult run, int modules) {
    print(report.began(run, modules));
  }

  @Override
  public void read(ModuleResult soFar) {
    print(report.read(soFar));
  }

  @Override
  public void checking(String file, Clause clause) {
    line.checking(file, clause);
  }

  @Override
  public void decided(ModuleResult soFar, Family family) {
    print(report.decided(beside.apply(soFar), family));
  }

  @Override
  public void decided(ModuleResult module) {
    print(report.decided(beside.apply(module)));
  }

  /** Prints what is left to say. */
  void ended(RunResult result, List<Path> reports) {
    print(report.ended(result, reports));
  }

  private void print(String text) {
    line.clear();
    out.print(text);
    out.flush();
  }
}

package io.modulecontract.report;

import io.modulecontract.spec.Level;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** {@code junit.xml} for CI servers: a test suite for each module, a test case for each clause. */
final class JunitXmlReport implements ReportFormat {

  /** What a CI server makes of a row. */
  private enum Result {
    /** A plain test case. */
    PASSED,
    /** It fails the build. */
    FAILURE,
    /** It could not be decided, and should have been. */
    ERROR,
    /** It did not run, or nothing hangs on its decision. */
    SKIPPED;

    static Result of(Row row, boolean strict) {
      return switch (row.mark(strict)) {
        case PASSED, WARNING -> PASSED;
        case BROKEN -> FAILURE;
        case NOT_APPLICABLE -> SKIPPED;
        case UNDECIDED -> row.clause().level() == Level.MUST ? ERROR : SKIPPED;
      };
    }
  }

  @Override
  public String fileName() {
    return "junit.xml";
  }

  @Override
  public String render(RunResult run) {
    List<ModuleView> views = ModuleView.of(run);
    Markup xml = Markup.xml();
    xml.open(
        "testsuites",
        "name",
        "Module interop contract " + run.contract(),
        "tests",
        sum(views, Result.values()),
        "failures",
        sum(views, Result.FAILURE),
        "errors",
        sum(views, Result.ERROR),
        "time",
        seconds(run.duration()));
    xml.line();
    views.forEach(view -> suite(xml, view, run));
    return xml.close().end();
  }

  private static void suite(Markup xml, ModuleView view, RunResult run) {
    ModuleResult module = view.module();
    List<ModuleView> only = List.of(view);
    xml.open(
        "testsuite",
        "name",
        module.file(),
        "tests",
        sum(only, Result.values()),
        "failures",
        sum(only, Result.FAILURE),
        "errors",
        sum(only, Result.ERROR),
        "skipped",
        sum(only, Result.SKIPPED),
        "time",
        seconds(module.duration()),
        "timestamp",
        run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
    xml.line();
    if (view.couldNotRun()) {
      testCase(xml, "module", "could not run", module.duration());
      xml.element("error", view.reason(), "message", view.reason(), "type", "could-not-run");
      xml.closeLine();
    } else {
      view.rows().forEach(row -> clause(xml, row, view.strict()));
    }
    xml.closeLine();
  }

  private static void clause(Markup xml, Row row, boolean strict) {
    String name = row.clause().id() + " " + row.clause().statement();
    testCase(xml, row.clause().family().name(), name, row.result().duration());
    String level = row.clause().level().name();
    switch (Result.of(row, strict)) {
      case FAILURE -> {
        xml.open("failure", "message", message(row), "type", level);
        details(xml, row).closeLine();
      }
      case ERROR -> {
        xml.open("error", "message", row.reason(), "type", row.outcome().id());
        details(xml, row).closeLine();
      }
      case SKIPPED -> xml.empty("skipped", "message", row.reason());
      case PASSED -> {
        if (row.outcome() == Outcome.FAILED) {
          xml.open("system-out").text(level + " not kept: " + message(row));
          details(xml, row).closeLine();
        }
      }
    }
    xml.closeLine();
  }

  private static void testCase(Markup xml, String family, String name, Duration time) {
    xml.open("testcase", "classname", family, "name", name, "time", seconds(time));
  }

  private static String message(Row row) {
    return row.failure()
        .map(failure -> "expected " + failure.expected() + ", but " + failure.actual())
        .orElse(row.reason());
  }

  private static Markup details(Markup xml, Row row) {
    xml.line();
    List<Field> fields =
        row.outcome() == Outcome.FAILED
            ? Field.all(row, row.failure().orElseThrow())
            : Field.undecided(row);
    for (Field field : fields) {
      xml.text(String.format(Locale.ROOT, "%-10s ", field.label()));
      xml.text(field.lines().get(0)).line();
      field.lines().stream().skip(1).forEach(line -> xml.text(" ".repeat(11) + line).line());
    }
    return xml;
  }

  private static String sum(List<ModuleView> views, Result... wanted) {
    List<Result> results = List.of(wanted);
    long number = 0;
    for (ModuleView view : views) {
      number +=
          view.couldNotRun()
              ? (results.contains(Result.ERROR) ? 1 : 0)
              : view.rows().stream()
                  .filter(row -> results.contains(Result.of(row, view.strict())))
                  .count();
    }
    return Long.toString(number);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}

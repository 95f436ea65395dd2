package io.modulecontract.report;

import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** {@code junit.xml} for CI servers: a test suite for each module, a test case for each clause. */
final class JunitXmlReport implements ReportFormat {

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
        sum(views, JunitResult.values()),
        "failures",
        sum(views, JunitResult.FAILURE),
        "errors",
        sum(views, JunitResult.ERROR),
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
        sum(only, JunitResult.values()),
        "failures",
        sum(only, JunitResult.FAILURE),
        "errors",
        sum(only, JunitResult.ERROR),
        "skipped",
        sum(only, JunitResult.SKIPPED),
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
    switch (JunitResult.of(row, strict)) {
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
          String kept = row.result().known() ? "known failure" : "not kept";
          xml.open("system-out").text(level + " " + kept + ": " + message(row));
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
    if (row.outcome() == Outcome.PASSED) {
      return row.pinned().get(0).lines().get(0);
    }
    return row.failure()
        .map(failure -> "expected " + failure.expected() + ", but " + failure.actual())
        .orElse(row.reason());
  }

  private static Markup details(Markup xml, Row row) {
    xml.line();
    for (Field field : fields(row)) {
      xml.text(String.format(Locale.ROOT, "%-10s ", field.label()));
      xml.text(field.lines().get(0)).line();
      field.lines().stream().skip(1).forEach(line -> xml.text(" ".repeat(11) + line).line());
    }
    return xml;
  }

  private static List<Field> fields(Row row) {
    return switch (row.outcome()) {
      case FAILED -> Field.all(row, row.failure().orElseThrow());
      case PASSED -> row.pinned();
      default -> Field.undecided(row);
    };
  }

  private static String sum(List<ModuleView> views, JunitResult... wanted) {
    List<JunitResult> results = List.of(wanted);
    long number = 0;
    for (ModuleView view : views) {
      number +=
          view.couldNotRun()
              ? (results.contains(JunitResult.ERROR) ? 1 : 0)
              : view.rows().stream()
                  .filter(row -> results.contains(JunitResult.of(row, view.strict())))
                  .count();
    }
    return Long.toString(number);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}

package io.modulecontract.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Level;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Pin;
import io.modulecontract.verdict.RunResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code report.sarif}: what is broken, for tools that show findings of many analysers. */
final class SarifReport implements ReportFormat {

  @Override
  public String fileName() {
    return "report.sarif";
  }

  @Override
  public String render(RunResult run) {
    List<ModuleView> views = ModuleView.of(run);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode sarif = root.putArray("runs").addObject();
    ObjectNode driver = sarif.putObject("tool").putObject("driver");
    driver.put("name", "module-contract").put("version", run.toolVersion());
    ArrayNode rules = driver.putArray("rules");
    for (Clause clause : Clause.values()) {
      rule(rules.addObject(), clause, run.strict());
    }
    invocation(sarif.putArray("invocations").addObject(), run, views);
    ArrayNode artifacts = sarif.putArray("artifacts");
    ArrayNode results = sarif.putArray("results");
    for (int index = 0; index < views.size(); index++) {
      artifact(artifacts.addObject(), views.get(index));
      for (Row row : views.get(index).rows()) {
        if (row.outcome() == Outcome.FAILED) {
          result(results.addObject(), row, views.get(index), index);
        }
      }
    }
    return JsonText.of(root);
  }

  private static void rule(ObjectNode rule, Clause clause, boolean strict) {
    rule.put("id", clause.id());
    rule.putObject("shortDescription").put("text", clause.statement());
    // The specification has no public address yet, and SARIF wants an absolute one in helpUri.
    rule.putObject("help")
        .put("text", "Look first: " + clause.lookFirst() + "\nClause: " + Row.section(clause));
    rule.putObject("defaultConfiguration").put("level", level(clause, strict));
    rule.putObject("properties")
        .putArray("tags")
        .add(clause.family().title())
        .add(clause.level().name());
  }

  private static void invocation(ObjectNode node, RunResult run, List<ModuleView> views) {
    node.put("executionSuccessful", views.stream().noneMatch(ModuleView::couldNotRun));
    node.put("exitCode", run.conclusion().exitCode());
    node.put("startTimeUtc", millis(run.startedAt()));
    node.put("endTimeUtc", millis(run.startedAt().plus(run.duration())));
    ArrayNode notifications = node.putArray("toolExecutionNotifications");
    for (ModuleView view : views) {
      if (view.couldNotRun()) {
        ObjectNode notification = notifications.addObject().put("level", "error");
        String text = Printable.of(view.module().file() + " could not run: " + view.reason());
        notification.putObject("message").put("text", text);
      }
      for (Row row : view.marked(Mark.STALE)) {
        ObjectNode notification = notifications.addObject().put("level", "error");
        String text = row.clause().id() + ": " + row.pinned().get(0).lines().get(0);
        notification
            .putObject("message")
            .put("text", Printable.of(view.module().file() + ": " + text));
      }
    }
  }

  private static void artifact(ObjectNode artifact, ModuleView view) {
    artifact.putObject("location").put("uri", FileUri.of(view.module().file()));
    if (!view.module().sha256().isEmpty()) {
      artifact.put("length", view.module().bytes());
      artifact.putObject("hashes").put("sha-256", view.module().sha256());
    }
  }

  private static void result(ObjectNode result, Row row, ModuleView view, int artifact) {
    Failure failure = row.failure().orElseThrow();
    result.put("ruleId", row.clause().id());
    result.put("ruleIndex", Clause.ids().indexOf(row.clause().id()));
    result.put("level", level(row.clause(), view.strict()));
    String text =
        row.clause().statement() + ": expected " + failure.expected() + ", but " + failure.actual();
    // A bracket after a bracket would be a link in a message.
    result.putObject("message").put("text", Printable.of(text).replace("](", "] ("));
    result
        .putArray("locations")
        .addObject()
        .putObject("physicalLocation")
        .putObject("artifactLocation")
        .put("uri", FileUri.of(view.module().file()))
        .put("index", artifact);
    if (row.result().pin() instanceof Pin.Known known) {
      result
          .putArray("suppressions")
          .addObject()
          .put("kind", "external")
          .put("status", "accepted")
          .put("justification", Printable.of(known.reason()));
    }
    ObjectNode properties = result.putObject("properties");
    ArrayNode sequence = properties.putArray("sequence");
    failure.sequence().forEach(step -> sequence.add(step.call()));
    properties.put("reproducer", failure.reproducer());
  }

  private static String level(Clause clause, boolean strict) {
    if (clause.level() == Level.MUST || (strict && clause.level() == Level.SHOULD)) {
      return "error";
    }
    return clause.level() == Level.SHOULD ? "warning" : "note";
  }

  private static String millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}

package io.modulecontract.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.FuzzSummary;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Pin;
import io.modulecontract.verdict.RunResult;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** {@code report.json}: everything that was decided, with names that other tools rely on. */
final class JsonReport implements ReportFormat {

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public String render(RunResult run) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "module-contract-report/1");
    root.putObject("tool").put("name", "module-contract").put("version", run.toolVersion());
    root.put("contract", run.contract());
    // As a string: a 64-bit number loses its last digits in a JavaScript reader.
    root.put("seed", Long.toString(run.seed()));
    root.put("effort", run.effort());
    root.put("strict", run.strict());
    root.put("startedAt", run.startedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    root.put("durationMs", run.duration().toMillis());
    root.put("verdict", run.conclusion().id());
    ArrayNode modules = root.putArray("modules");
    ModuleView.of(run).forEach(view -> module(modules.addObject(), view));
    return JsonText.of(root);
  }

  private static void module(ObjectNode node, ModuleView view) {
    ModuleResult module = view.module();
    node.put("file", module.file());
    node.put("sha256", module.sha256());
    node.put("bytes", module.bytes());
    node.put("profile", module.profile());
    ArrayNode functions = node.putArray("functions");
    for (ModuleResult.ShapedFunction function : module.functions()) {
      functions
          .addObject()
          .put("name", function.name())
          .put("shape", function.shape())
          .put("source", function.source());
    }
    node.put("verdict", module.conclusion().id());
    if (view.couldNotRun()) {
      node.put("reason", view.reason());
    }
    module.fuzz().ifPresent(fuzz -> fuzz(node.put("reason", fuzz.sentence()), fuzz));
    node.put("durationMs", module.duration().toMillis());
    ArrayNode clauses = node.putArray("clauses");
    view.rows().forEach(row -> clause(clauses.addObject(), row));
  }

  private static void fuzz(ObjectNode module, FuzzSummary fuzz) {
    module
        .putObject("fuzz")
        .put("executions", fuzz.executions())
        .put("executionsPerSecond", fuzz.executionsPerSecond())
        .put("edges", fuzz.edges())
        .put("functionsReached", fuzz.functionsReached())
        .put("functionsTotal", fuzz.functionsTotal())
        .put("functionsTooLarge", fuzz.functionsTooLarge())
        .put("corpusSize", fuzz.corpusSize())
        .put("secondsSinceNewEdge", fuzz.secondsSinceNewEdge())
        .put("engine", fuzz.engine());
  }

  private static void clause(ObjectNode node, Row row) {
    ClauseResult result = row.result();
    node.put("id", row.clause().id());
    node.put("level", row.clause().level().name());
    node.put("outcome", row.outcome().id());
    node.put("trials", result.trials());
    node.put("operations", result.operations());
    node.put("durationMs", result.duration().toMillis());
    if (row.outcome() == Outcome.NOT_APPLICABLE || row.outcome() == Outcome.INCONCLUSIVE) {
      node.put("reason", row.reason());
    }
    if (!row.measured().isEmpty()) {
      node.put("measured", row.measured());
    }
    row.failure().ifPresent(failure -> failure(node.putObject("failure"), failure));
    Pin pin = result.pin();
    if (pin instanceof Pin.Known known) {
      baseline(node, "known", known.reason());
    } else if (pin instanceof Pin.Different other) {
      baseline(node, "different", other.reason())
          .put("expected", other.expected())
          .put("actual", other.actual());
    } else if (pin instanceof Pin.Stale stale) {
      baseline(node, "stale", stale.reason());
    } else if (pin instanceof Pin.Unseen unseen) {
      baseline(node, "unseen", unseen.reason());
    }
  }

  private static ObjectNode baseline(ObjectNode row, String state, String reason) {
    return row.putObject("baseline").put("state", state).put("reason", reason);
  }

  private static void failure(ObjectNode node, Failure failure) {
    node.put("expected", failure.expected());
    node.put("actual", failure.actual());
    ArrayNode sequence = node.putArray("sequence");
    failure.sequence().forEach(step -> sequence.add(step.call()));
    node.put("shrunkFrom", failure.shrunkFrom());
    node.put("function", failure.function());
    node.put("blame", failure.blame().name().toLowerCase(Locale.ROOT));
    node.put("reproducer", failure.reproducer());
  }
}

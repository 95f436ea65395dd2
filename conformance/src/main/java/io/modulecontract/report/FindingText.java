package io.modulecontract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A finding as the texts of its files.
 *
 * @param run the run in which it was made
 * @param module the module
 * @param clause the broken clause
 * @param failure what shows it
 */
record FindingText(RunResult run, ModuleResult module, Clause clause, Failure failure) {

  /** The finding for the command line. */
  String json() {
    return JsonText.of(node());
  }

  /** The finding as a script for Node; empty where only the clause's own check shows it. */
  Optional<String> script() {
    ObjectNode node = node();
    node.remove("steps");
    return NodeScript.of(clause, JsonText.of(node), node.get("course")).map(NodeScript::file);
  }

  private ObjectNode node() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "module-contract-finding/1");
    ObjectNode subject = root.putObject("module");
    String file = module.file();
    subject.put(
        "file", file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
    subject.put("sha256", module.sha256()).put("bytes", module.bytes());
    root.put("clause", clause.id()).put("level", clause.level().name());
    root.put("statement", clause.statement());
    // As a string: a 64-bit number loses its last digits in a JavaScript reader.
    root.put("seed", Long.toString(run.seed()));
    root.put("effort", run.effort());
    root.put("function", failure.function());
    root.put("expected", failure.expected());
    root.put("actual", failure.actual());
    ArrayNode steps = root.putArray("steps");
    failure.sequence().forEach(step -> steps.add(step.call()));
    JsonNode saved = saved();
    root.set("settings", saved.get("settings"));
    root.set("course", saved.get("course"));
    if (NodeScript.of(clause, "", saved.get("course")).isEmpty()) {
      root.put("noScript", "only the clause's own check shows it");
    }
    return root;
  }

  private JsonNode saved() {
    try {
      return new ObjectMapper().readTree(failure.rerun().json());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

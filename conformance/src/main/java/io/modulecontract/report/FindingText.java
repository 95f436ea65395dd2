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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private static final String PARTS = "/io/modulecontract/report/finding/";

  /** The finding for the command line. */
  String json() {
    return JsonText.of(node());
  }

  /** The finding as a script for Node; empty when Node cannot see what it is about. */
  Optional<String> script() {
    ObjectNode node = node();
    if (node.has("noScript")) {
      return Optional.empty();
    }
    node.remove("steps");
    String kind = node.at("/course/replay").textValue();
    return Optional.of(
        "// "
            + clause.id()
            + ": does a module break it as the one did that this was found with?\n"
            + "//     node "
            + clause.id()
            + ".mjs MODULE.wasm\n"
            + "// prints what the module does. Exit codes: 1 it shows, 0 it does not, 2 the file"
            + " cannot be used.\n\n"
            + "const finding = "
            + JsonText.of(node).stripTrailing()
            + ";\n\n"
            + part("common")
            + "\n"
            + part(kind));
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
    noScript(saved.get("course")).ifPresent(why -> root.put("noScript", why));
    return root;
  }

  private JsonNode saved() {
    try {
      return new ObjectMapper().readTree(failure.rerun().json());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why a script for Node would be wrong. */
  private static Optional<String> noScript(JsonNode course) {
    if (course.path("replay").asText().equals("by check")) {
      return Optional.of("only the clause's own check shows it");
    }
    return course.path("watched").asBoolean()
        ? Optional.of("it takes a look at each load and store, which Node does not give")
        : Optional.empty();
  }

  private static String part(String name) {
    String resource = PARTS + name + ".mjs";
    try (InputStream in = FindingText.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

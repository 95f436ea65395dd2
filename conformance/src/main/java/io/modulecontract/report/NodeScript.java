package io.modulecontract.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.modulecontract.spec.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding as a script for Node that needs nothing of ours: the finding itself and, behind it, the
 * parts that repeat what it tells.
 *
 * @param clause the broken clause
 * @param text the finding as the text of a JSON object
 * @param parts the names of the parts
 */
record NodeScript(Clause clause, String text, List<String> parts) {

  private static final String FOLDER = "/io/modulecontract/report/finding/";

  /** What every script begins with. */
  private static final List<String> FIRST = List.of("base", "random", "wasi", "guest", "command");

  private static final List<String> SCRIPT = List.of("script", "result", "held");

  private static final Map<String, List<String>> PARTS =
      Map.ofEntries(
          Map.entry("binary", List.of("binary")),
          Map.entry("start", List.of("start")),
          Map.entry("operations", List.of("program", "area", "room", "operations")),
          Map.entry("actions", scripted("room", "actions")),
          Map.entry("claiming actions", scripted("instructions", "rewrite", "claims")),
          Map.entry("watched actions", scripted("instructions", "rewrite", "watched")),
          Map.entry("cycles", scripted("room", "leak", "cycles")),
          Map.entry("phases", List.of("room", "leak", "phases")),
          Map.entry("beyond", List.of("beyond")),
          Map.entry("filling", List.of("filling")),
          Map.entry("refused growth", scripted("instructions", "rewrite", "refused")),
          Map.entry("pair", scripted("pair")),
          Map.entry("host calls", scripted("host-calls")),
          Map.entry("related", scripted("flat", "column", "stream", "related")));

  /** What is needed beside these to look at results that are tables. */
  private static final List<String> STREAM = List.of("flat", "column", "stream");

  /** The script of a finding; empty where only the clause's own check shows it. */
  static Optional<NodeScript> of(Clause clause, String text, JsonNode course) {
    return Optional.ofNullable(PARTS.get(kind(course)))
        .map(parts -> looksFor(course, "STREAMS") ? with(STREAM, parts) : parts)
        .map(parts -> new NodeScript(clause, text, parts));
  }

  private static boolean looksFor(JsonNode course, String look) {
    for (JsonNode also : course.path("also")) {
      if (also.asText().equals(look)) {
        return true;
      }
    }
    return false;
  }

  private static String kind(JsonNode course) {
    if (course.path("watched").asBoolean()) {
      return "watched actions";
    }
    if (looksFor(course, "CLAIMS")) {
      return "claiming actions";
    }
    return course.at("/sequence/kind").asText(course.path("replay").asText());
  }

  /** The whole file. */
  String file() {
    String parts =
        Stream.concat(FIRST.stream(), this.parts.stream())
            .map(NodeScript::part)
            .collect(Collectors.joining("\n"));
    return "// "
        + clause.id()
        + ": does a module break it as the one did that this was found with?\n"
        + "//     node "
        + clause.id()
        + ".mjs MODULE.wasm\n"
        + "// prints what the module does. Exit codes: 1 it shows, 0 it does not, 2 the file"
        + " cannot be used.\n\n"
        + "const finding = "
        + text.stripTrailing()
        + ";\n\n"
        + parts
        + "\nprocess.exitCode = main();\n";
  }

  private static List<String> scripted(String... more) {
    return with(SCRIPT, List.of(more));
  }

  private static List<String> with(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static String part(String name) {
    String resource = FOLDER + name + ".mjs";
    try (InputStream in = NodeScript.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

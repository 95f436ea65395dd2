package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  @Test
  void describesTheRun() throws JsonProcessingException {
    JsonNode root = parse(Runs.of(Runs.sound(), Runs.broken()));
    assertEquals(
        List.of(
            "format",
            "tool",
            "contract",
            "seed",
            "effort",
            "strict",
            "startedAt",
            "durationMs",
            "verdict",
            "modules"),
        names(root));
    assertEquals("module-contract-report/1", root.get("format").textValue());
    assertEquals(json("{'name': 'module-contract', 'version': '0.1.0'}"), root.get("tool"));
    assertEquals("1.0", root.get("contract").textValue());
    assertEquals("6673892595964874090", root.get("seed").textValue());
    assertEquals("standard", root.get("effort").textValue());
    assertEquals(json("false"), root.get("strict"));
    assertEquals("2026-11-23T10:15:30.123Z", root.get("startedAt").textValue());
    assertEquals(json("4128"), root.get("durationMs"));
    assertEquals("does-not-conform", root.get("verdict").textValue());
    assertEquals(2, root.get("modules").size());
  }

  @Test
  void saysWhetherItWasStrict() throws JsonProcessingException {
    assertEquals(json("true"), parse(Runs.strict(Runs.sound())).get("strict"));
  }

  @Test
  void describesAModule() throws JsonProcessingException {
    JsonNode module = parse(Runs.of(Runs.sound())).get("modules").get(0);
    assertEquals(
        List.of(
            "file", "sha256", "bytes", "profile", "functions", "verdict", "durationMs", "clauses"),
        names(module));
    assertEquals("greeting.wasm", module.get("file").textValue());
    assertEquals(Runs.SHA256, module.get("sha256").textValue());
    assertEquals(json("92345"), module.get("bytes"));
    assertEquals(
        "zustdpipe (found: wasm_allocate, wasm_deallocate)", module.get("profile").textValue());
    assertEquals(
        json(
            "[{'name': 'wasm_memory_c_format_hello_world', 'shape': 'cstring', 'source':"
                + " 'detected'}, {'name': 'wasm_memory_rust_format_hello_world', 'shape': 'bytes',"
                + " 'source': 'descriptor'}]"),
        module.get("functions"));
    assertEquals("conforms", module.get("verdict").textValue());
    assertEquals(json("4056"), module.get("durationMs"));
  }

  @Test
  void saysWhyAModuleCouldNotRunAndStillHasEveryRow() throws JsonProcessingException {
    JsonNode root = parse(Runs.of(Runs.missing()));
    JsonNode module = root.get("modules").get(0);
    assertEquals("could-not-run", root.get("verdict").textValue());
    assertEquals("could-not-run", module.get("verdict").textValue());
    assertEquals("there is no such file", module.get("reason").textValue());
    assertEquals(json("[]"), module.get("functions"));
    assertEquals(Clause.ids(), module.get("clauses").findValuesAsText("id"));
    for (JsonNode clause : module.get("clauses")) {
      assertEquals("inconclusive", clause.get("outcome").textValue());
      assertEquals("the module could not run", clause.get("reason").textValue());
    }
  }

  @Test
  void hasARowForEveryClauseInTheOrderOfTheSpecification() throws JsonProcessingException {
    JsonNode clauses = parse(Runs.of(Runs.broken())).get("modules").get(0).get("clauses");
    assertEquals(Clause.ids(), clauses.findValuesAsText("id"));
    for (JsonNode clause : clauses) {
      Clause wanted = Clause.byId(clause.get("id").textValue()).orElseThrow();
      assertEquals(wanted.level().name(), clause.get("level").textValue());
    }
  }

  @Test
  void writesAPassedClause() throws JsonProcessingException {
    assertEquals(
        json(
            "{'id': 'MOD-02', 'level': 'MUST', 'outcome': 'passed', 'trials': 2, 'operations': 20,"
                + " 'durationMs': 102}"),
        clause(Clause.MOD_02));
  }

  @Test
  void writesWhatWasMeasured() throws JsonProcessingException {
    JsonNode clauses = parse(Runs.of(Runs.measured("little"))).get("modules").get(0).get("clauses");
    assertEquals(List.of("little"), clauses.findValuesAsText("measured"));
  }

  @Test
  void writesAFailedClause() throws JsonProcessingException {
    JsonNode clause = clause(Clause.ALLOC_04);
    assertEquals(
        List.of("id", "level", "outcome", "trials", "operations", "durationMs", "failure"),
        names(clause));
    assertEquals("failed", clause.get("outcome").textValue());
    JsonNode failure = clause.get("failure");
    assertEquals(
        List.of("expected", "actual", "sequence", "shrunkFrom", "function", "blame", "reproducer"),
        names(failure));
    assertEquals(Runs.SAME_ADDRESS.expected(), failure.get("expected").textValue());
    assertEquals(Runs.SAME_ADDRESS.actual(), failure.get("actual").textValue());
    assertEquals(json("['allocate(0) -> 1', 'allocate(0) -> 1']"), failure.get("sequence"));
    assertEquals(json("147"), failure.get("shrunkFrom"));
    assertEquals("wasm_allocate", failure.get("function").textValue());
    assertEquals("module", failure.get("blame").textValue());
    assertEquals(Runs.SAME_ADDRESS.reproducer(), failure.get("reproducer").textValue());
  }

  @Test
  void keepsALongSequenceWhole() throws JsonProcessingException {
    assertEquals(100, clause(Clause.DEALLOC_02).get("failure").get("sequence").size());
  }

  @Test
  void writesAClauseThatDoesNotApply() throws JsonProcessingException {
    JsonNode clause = clause(Clause.MOD_06);
    assertEquals("not-applicable", clause.get("outcome").textValue());
    assertEquals("there is no descriptor", clause.get("reason").textValue());
    assertFalse(clause.has("failure"));
  }

  @Test
  void writesAnUndecidedClause() throws JsonProcessingException {
    JsonNode clause = clause(Clause.LEAK_04);
    assertEquals("inconclusive", clause.get("outcome").textValue());
    assertEquals("the time was over after 3 of 10 rounds", clause.get("reason").textValue());
    assertFalse(clause.has("failure"));
  }

  @Test
  void writesAnUnconfirmedFailureWithItsReasonAndItsBlame() throws JsonProcessingException {
    JsonNode clause = clause(Clause.LEAK_01);
    assertEquals("inconclusive", clause.get("outcome").textValue());
    assertEquals("the interpreter shows no leak", clause.get("reason").textValue());
    assertEquals("engine", clause.get("failure").get("blame").textValue());
  }

  @Test
  void givesHostileTextBackAsItWas() throws JsonProcessingException {
    RunResult run = Runs.of(Runs.hostile());
    JsonNode module = parse(run).get("modules").get(0);
    assertEquals(Runs.HOSTILE, module.get("functions").get(0).get("name").textValue());
    String text = new JsonReport().render(run);
    assertTrue(text.codePoints().allMatch(c -> c == '\n' || Printable.isPrintable(c)), text);
  }

  @Test
  void isTheSameEachTimeAndEndsInANewline() {
    String text = new JsonReport().render(Runs.of(Runs.broken()));
    assertEquals(text, new JsonReport().render(Runs.of(Runs.broken())));
    assertTrue(text.endsWith("\n}\n"), text);
    assertFalse(text.contains("\r"), text);
  }

  private static JsonNode clause(Clause clause) throws JsonProcessingException {
    JsonNode clauses = parse(Runs.of(Runs.broken())).get("modules").get(0).get("clauses");
    return clauses.get(Clause.ids().indexOf(clause.id()));
  }

  private static JsonNode parse(RunResult run) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(new JsonReport().render(run));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}

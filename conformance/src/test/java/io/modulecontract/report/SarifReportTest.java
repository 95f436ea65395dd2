package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.RunResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReportTest {

  private static final RunResult ALL =
      Runs.of(Runs.broken(), Runs.sound(), Runs.missing(), Runs.hostile());

  @Test
  void hasARuleForEveryClause() throws JsonProcessingException {
    JsonNode rules = run(ALL).at("/tool/driver/rules");
    assertEquals(Clause.ids(), rules.findValuesAsText("id"));
    JsonNode rule = rules.get(Clause.ids().indexOf("ALLOC-08"));
    assertEquals(Clause.ALLOC_08.statement(), rule.at("/shortDescription/text").textValue());
    assertEquals("warning", rule.at("/defaultConfiguration/level").textValue());
    String help = rule.at("/help/text").textValue();
    assertTrue(help.contains(Clause.ALLOC_08.lookFirst()), help);
    assertTrue(help.endsWith("contract-spec/SPEC.md#alloc-08"), help);
  }

  @Test
  void hasAResultForEachFailureAndNothingElse() throws JsonProcessingException {
    JsonNode run = run(ALL);
    JsonNode results = run.get("results");
    assertEquals(
        List.of("ALLOC-04", "ALLOC-08", "DEALLOC-02", "ALLOC-01", "ALLOC-06"),
        results.findValuesAsText("ruleId"));
    for (JsonNode result : results) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue());
      assertEquals(rule.get("id"), result.get("ruleId"));
      JsonNode place = result.at("/locations/0/physicalLocation/artifactLocation");
      JsonNode artifact = run.get("artifacts").get(place.get("index").intValue());
      assertEquals(artifact.at("/location/uri"), place.get("uri"));
      assertFalse(URI.create(place.get("uri").textValue()).isAbsolute());
    }
    JsonNode first = results.get(0);
    assertEquals("error", first.get("level").textValue());
    assertEquals("warning", results.get(1).get("level").textValue());
    assertEquals(
        Clause.ALLOC_04.statement()
            + ": expected two live areas with different pointers, or 0,"
            + " but allocate(0) -> 1, allocate(0) -> 1, both live",
        first.at("/message/text").textValue());
    assertEquals(2, first.at("/properties/sequence").size());
  }

  @Test
  void raisesAWarningUnderStrict() throws JsonProcessingException {
    JsonNode run = run(Runs.strict(Runs.warned(Conclusion.DOES_NOT_CONFORM)));
    assertEquals("error", run.at("/results/0/level").textValue());
    int rule = run.at("/results/0/ruleIndex").intValue();
    assertEquals(
        "error",
        run.at("/tool/driver/rules").get(rule).at("/defaultConfiguration/level").textValue());
  }

  @Test
  void describesTheModuleAndTheRun() throws JsonProcessingException {
    JsonNode run = run(ALL);
    JsonNode artifact = run.at("/artifacts/0");
    assertEquals("target/my_module.wasm", artifact.at("/location/uri").textValue());
    assertEquals(Runs.SHA256, artifact.at("/hashes/sha-256").textValue());
    assertEquals(92345, artifact.get("length").intValue());
    assertFalse(run.at("/artifacts/2").has("hashes"));
    JsonNode invocation = run.at("/invocations/0");
    assertEquals(3, invocation.get("exitCode").intValue());
    assertFalse(invocation.get("executionSuccessful").booleanValue());
    assertEquals("2026-11-23T10:15:34.251Z", invocation.get("endTimeUtc").textValue());
    assertEquals(
        "missing.wasm could not run: there is no such file",
        invocation.at("/toolExecutionNotifications/0/message/text").textValue());
  }

  @Test
  void succeedsWhereEveryModuleRan() throws JsonProcessingException {
    JsonNode invocation = run(Runs.of(Runs.broken())).at("/invocations/0");
    assertTrue(invocation.get("executionSuccessful").booleanValue());
    assertEquals(1, invocation.get("exitCode").intValue());
    assertTrue(invocation.get("toolExecutionNotifications").isEmpty());
  }

  @Test
  void keepsAModulesTextFromBeingALink() throws JsonProcessingException {
    for (JsonNode result : run(ALL).get("results")) {
      String text = result.at("/message/text").textValue();
      assertTrue(text.codePoints().allMatch(Printable::isPrintable), text);
      assertFalse(text.contains("]("), text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.wasm, a.wasm",
    "../dir/my module.wasm, ../dir/my%20module.wasm",
    "a:b.wasm, a%3Ab.wasm",
    "50%#?.wasm, 50%25%23%3F.wasm",
    "моду.wasm, %D0%BC%D0%BE%D0%B4%D1%83.wasm",
    "/tmp/a b.wasm, file:///tmp/a%20b.wasm",
    "'C:\\dir\\a b.wasm', file:///C:/dir/a%20b.wasm",
    "'\\\\host\\share\\a.wasm', file://host/share/a.wasm"
  })
  void writesAFileNameAsAUri(String file, String uri) {
    assertEquals(uri, FileUri.of(file));
    assertEquals(uri, URI.create(uri).toString());
  }

  @Test
  void writesAnAbsoluteNameAsThePlatformDoes() {
    Path file = Path.of("some dir", "a.wasm").toAbsolutePath();
    assertEquals(file.toUri(), URI.create(FileUri.of(file.toString())));
  }

  private static JsonNode run(RunResult run) throws JsonProcessingException {
    JsonNode root = JsonMapper.builder().build().readTree(new SarifReport().render(run));
    assertEquals("2.1.0", root.get("version").textValue());
    assertEquals(1, root.get("runs").size());
    assertEquals("module-contract", root.at("/runs/0/tool/driver/name").textValue());
    return root.at("/runs/0");
  }
}

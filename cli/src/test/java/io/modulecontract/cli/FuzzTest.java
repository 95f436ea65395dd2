package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code fuzz}, with the engine that runs everywhere. */
final class FuzzTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --time=soon       | '--time'   | expected a time such as 60s, 10min or 2h, found 'soon'
          --time=0s         | '--time'   | expected a time from 1s to 720h, found '0s'
          --time=999999999h | '--time'   | found '999999999h'
          --jobs=0          | '--jobs'   | expected a number from 1 to 256, found '0'
          --jobs=many       | '--jobs'   | found 'many'
          --engine=steam    | '--engine' | expected jazzer or random, found 'steam'
          --seed=lucky      | '--seed'   | found 'lucky'
          """)
  void optionIsWrong(String option, String place, String found) throws IOException {
    Path module = Prebuilt.file(directory, "greeting");
    CommandLineRun.of("fuzz", option, module)
        .ends(ModuleContract.WRONG_USAGE)
        .complains(place, found, "help: module-contract fuzz --help");
  }

  @ParameterizedTest
  @CsvSource({"60s, 60", "10m, 600", "10 min, 600", "2h, 7200", "'', 60"})
  void aTimeIsReadInEveryUnit(String text, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), new FuzzConverters.Times().convert(text));
  }

  @Test
  void withoutAFindingItSaysThatAndNoMore() throws IOException {
    CommandLineRun run = fuzz("greeting");
    run.ends(0).shows("NO FINDING · ", "no finding in 3 s, ", "% of functions reached");
    JsonNode module = CommandLineRun.report(directory.resolve("r")).path("modules").get(0);
    assertEquals("conforms", module.path("verdict").asText());
    assertTrue(module.path("reason").asText().startsWith("no finding in 3 s"), module::toString);
    assertEquals("random", module.at("/fuzz/engine").asText());
    assertTrue(module.at("/fuzz/executions").asLong() > 0, module::toString);
    for (String field :
        new String[] {
          "executionsPerSecond",
          "edges",
          "functionsReached",
          "functionsTotal",
          "corpusSize",
          "secondsSinceNewEdge"
        }) {
      assertTrue(module.path("fuzz").path(field).isIntegralNumber(), field);
    }
    JsonNode row = CommandLineRun.row(module, "CALL-12");
    assertEquals("not-applicable", row.path("outcome").asText());
    assertEquals("not decided by fuzzing", row.path("reason").asText());
  }

  @Test
  void whatIsFoundReplays() throws IOException {
    CommandLineRun run = fuzz("call_13_traps_on_bad_text");
    run.ends(1).shows("✘ CALL-13 MUST", "DOES NOT CONFORM · ", "1 finding in 3 s");
    Path finding;
    try (var files = Files.list(directory.resolve("r/findings"))) {
      finding = files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
    CommandLineRun.of("replay", finding, directory.resolve("call_13_traps_on_bad_text.wasm"))
        .ends(1)
        .shows("same: CALL-13");
  }

  @Test
  void whatCannotBeFuzzedIsNotGreen() throws IOException {
    Path text = Files.writeString(directory.resolve("a.wasm"), "no module");
    CommandLineRun.of("fuzz", text, "--engine=random", "--report-dir", directory.resolve("r"))
        .ends(ModuleContract.COULD_NOT_RUN)
        .shows("COULD NOT RUN · ", "a.wasm");
  }

  private CommandLineRun fuzz(String name) throws IOException {
    return CommandLineRun.of(
        "fuzz",
        Prebuilt.file(directory, name),
        "--engine=random",
        "--time=3s",
        "--seed=1",
        "--report-dir",
        directory.resolve("r"));
  }
}

package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is handed over: one clear message, the right exit code, and nothing else is lost. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BadModuleTest {

  private static final String DEADLINE = "--deadline=200ms";

  @TempDir private Path directory;

  static List<BadModule> all() throws IOException {
    return BadModule.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isToldWithFilePlaceExpectedAndFound(BadModule bad) throws IOException {
    Path file = bad.in(directory);
    CommandLineRun run = CommandLineRun.check(directory, DEADLINE, file).ends(bad.exit());
    run.shows(bad.name()).shows(bad.told().toArray(String[]::new));
    assertEquals("", run.err());
    if (bad.broken().isEmpty()) {
      run.shows("COULD NOT RUN · " + file + ": ");
    } else {
      run.shows("✘ " + bad.broken() + " MUST", "DOES NOT CONFORM");
    }
  }

  @Test
  void costsNoOtherModuleItsResult() throws IOException {
    List<BadModule> bad = BadModule.all();
    List<Object> arguments = new ArrayList<>(List.of(DEADLINE));
    for (BadModule one : bad) {
      arguments.add(one.in(directory));
    }
    arguments.add(Prebuilt.file(directory, "slabs"));
    arguments.add(Prebuilt.file(directory, "alloc_04_zero_shares_address"));
    CommandLineRun.check(directory, arguments.toArray()).ends(ModuleContract.COULD_NOT_RUN);

    JsonNode report = CommandLineRun.report(directory);
    assertEquals("could-not-run", report.path("verdict").asText());
    JsonNode modules = report.path("modules");
    assertEquals(bad.size() + 2, modules.size());
    for (int i = 0; i < bad.size(); i++) {
      JsonNode module = modules.get(i);
      assertEquals(bad.get(i).verdict(), module.path("verdict").asText(), module::toString);
      assertEquals(bad.get(i).broken().isEmpty(), module.has("reason"), module::toString);
      if (!bad.get(i).broken().isEmpty()) {
        JsonNode row = CommandLineRun.row(module, bad.get(i).broken());
        assertEquals("failed", row.path("outcome").asText(), row::toString);
      }
    }
    JsonNode honest = modules.get(bad.size());
    assertEquals("conforms", honest.path("verdict").asText());
    honest
        .path("clauses")
        .forEach(row -> assertFalse(row.path("outcome").asText().equals("failed")));
    assertEquals("passed", CommandLineRun.row(honest, "GROW-03").path("outcome").asText());
    JsonNode faulty = CommandLineRun.row(modules.get(bad.size() + 1), "ALLOC-04");
    assertEquals("failed", faulty.path("outcome").asText());
    assertEquals(2, faulty.path("failure").path("sequence").size());
  }
}

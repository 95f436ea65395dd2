package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.checks.Effort;
import io.modulecontract.run.Progress;
import io.modulecontract.run.RunOptions;
import io.modulecontract.run.Suite;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check is shown to fail where it should, with its evidence, and nowhere else. */
@TestInstance(Lifecycle.PER_CLASS)
class KillMatrixTest {

  private static final Path TABLE = Path.of("..", "contract-spec", "KILL-MATRIX.md");
  private static final long SEED = 1;

  private final Suite suite = new Suite("test");
  private final Map<Catalogue.Entry, ModuleResult> results = new LinkedHashMap<>();
  private Catalogue catalogue = new Catalogue(List.of());

  @BeforeAll
  void checkEveryModule() throws IOException {
    catalogue = Catalogue.read();
    catalogue.entries().forEach(entry -> results.put(entry, check(entry, SEED)));
  }

  private ModuleResult check(Catalogue.Entry entry, long seed) {
    RunOptions options = RunOptions.all(Effort.STANDARD, seed);
    return suite.run(List.of(entry.path()), options, Progress.NONE).modules().get(0);
  }

  @Test
  void theCommittedTableIsWhatIsSeen() throws IOException {
    String seen = new MatrixText(results).render();
    if (Boolean.getBoolean("matrix.update")) {
      Files.writeString(TABLE, seen);
    }
    assertEquals(Files.readString(TABLE), seen);
  }

  @Test
  void everyFaultyModuleBreaksItsClauseAndNoOther() {
    Map<String, Set<Clause>> expected = new LinkedHashMap<>();
    Map<String, Set<Clause>> seen = new LinkedHashMap<>();
    results.forEach(
        (entry, result) -> {
          expected.put(entry.name(), entry.breaks().map(Set::of).orElse(Set.of()));
          seen.put(
              entry.name(),
              result.failures().stream().map(ClauseResult::clause).collect(Collectors.toSet()));
        });
    assertEquals(expected, seen);
  }

  @Test
  void everyClauseIsBrokenBySomeModule() {
    Set<Clause> broken =
        catalogue.faulty().stream()
            .map(Catalogue.Entry::breaks)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    assertEquals(Set.of(Clause.values()), broken);
  }

  @Test
  void everyModuleThatIsPrebuiltIsInTheCatalogue() throws IOException {
    try (var files = Files.list(Catalogue.ROOT.resolve("prebuilt"))) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".wasm"))
              .sorted()
              .toList(),
          catalogue.entries().stream().map(Catalogue.Entry::file).sorted().toList());
    }
  }

  @Test
  void everyClauseHasARowForEveryModule() {
    results.forEach(
        (entry, result) ->
            assertEquals(
                Arrays.asList(Clause.values()),
                result.clauses().stream().map(ClauseResult::clause).toList(),
                entry.name()));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 5, 6_673_892_595_964_874_090L, -1})
  void conformingModulesAreCleanAtEverySeed(long seed) {
    assertTrue(catalogue.conforming().size() >= 5, "greeting and four others");
    for (Catalogue.Entry entry : catalogue.conforming()) {
      ModuleResult result = check(entry, seed);
      assertEquals(Conclusion.CONFORMS, result.conclusion(), entry.name());
      assertEquals(List.of(), result.failures(), entry.name());
      assertEquals(List.of(), result.clauses().stream().filter(ClauseResult::undecided).toList());
    }
  }
}

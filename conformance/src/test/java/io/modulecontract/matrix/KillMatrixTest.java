package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.checks.Effort;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
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

/**
 * Every check is shown to fail where it should, with its evidence, and nowhere else. All modules
 * are tried with {@code -Dmatrix.all}, those that conform without it: then it is {@link
 * FindingsTest} that shows each faulty one to fail its clause.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KillMatrixTest {

  static final Path TABLE = Path.of("..", "contract-spec", "KILL-MATRIX.md");

  static final long SEED = 1;

  private static final boolean UPDATE = Boolean.getBoolean("matrix.update");

  /** Whether everything is asked, and not what each build has time for. */
  static final boolean ALL = UPDATE || System.getProperty("matrix.all") != null;

  private final Map<Catalogue.Entry, ModuleResult> results = new LinkedHashMap<>();
  private Catalogue catalogue = new Catalogue(List.of());

  @BeforeAll
  void checkEveryModule() throws IOException {
    catalogue = Catalogue.read();
    List<Catalogue.Entry> tried = ALL ? catalogue.checked() : catalogue.conforming();
    results.putAll(Checked.all(tried, entry -> check(entry, SEED)));
  }

  /** At the least effort; what that misses, at the one that users get. */
  private static ModuleResult check(Catalogue.Entry entry, long seed) {
    if (entry.breaks().isEmpty()) {
      return Checked.one(entry, seed, Effort.STANDARD);
    }
    ModuleResult quick = Checked.small(entry, seed, Effort.QUICK);
    return MatrixText.failure(quick, entry.breaks().get()).isPresent()
        ? quick
        : Checked.small(entry, seed, Effort.STANDARD);
  }

  @Test
  void theCommittedTableIsWhatIsSeen() throws IOException {
    MatrixText seen = new MatrixText(results);
    if (!ALL) {
      Set<String> committed = Set.copyOf(Files.readAllLines(TABLE));
      assertEquals(List.of(), seen.rows().filter(row -> !committed.contains(row)).toList());
      return;
    }
    if (UPDATE) {
      Files.writeString(TABLE, seen.render());
    }
    assertEquals(Files.readString(TABLE), seen.render());
  }

  @Test
  void everyFaultyModuleBreaksItsClauseAndNoOther() {
    Map<String, Set<Clause>> expected = new LinkedHashMap<>();
    Map<String, Set<Clause>> seen = new LinkedHashMap<>();
    results.forEach(
        (entry, result) -> {
          expected.put(entry.name(), entry.failing());
          seen.put(
              entry.name(),
              result.failures().stream().map(ClauseResult::clause).collect(Collectors.toSet()));
        });
    assertEquals(expected, seen);
  }

  /** A clause is left open only where another one is broken first, never for trouble of ours. */
  @Test
  void nothingIsLeftOpenForTroubleOfOurs() {
    Map<String, Verdict> trouble = new LinkedHashMap<>();
    results.forEach(
        (entry, result) ->
            result.clauses().stream()
                .filter(ClauseResult::undecided)
                .filter(row -> !row.verdict().toString().contains("sequences broke"))
                .forEach(
                    row -> trouble.put(entry.name() + " " + row.clause().id(), row.verdict())));
    assertEquals(Map.of(), trouble);
  }

  @Test
  void everyClauseIsBrokenBySomeModule() {
    Set<Clause> expected = EnumSet.allOf(Clause.class);
    // No module can: the engine lets instances share nothing. IsolationDoubleTest breaks these.
    expected.removeAll(Family.ISO.clauses());
    Set<Clause> broken =
        catalogue.faulty().stream()
            .map(Catalogue.Entry::breaks)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    assertEquals(expected, broken);
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
}

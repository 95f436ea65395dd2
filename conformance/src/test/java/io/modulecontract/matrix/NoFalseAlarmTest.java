package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.checks.Effort;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Modules that keep the contract are clean, whatever the seed: with {@code -Dmatrix.all} at all of
 * these, without it at the first. One more is the matrix's, which gives them the memory that users
 * get.
 */
class NoFalseAlarmTest {

  private static final List<Long> SEEDS = List.of(2L, 3L, 6_673_892_595_964_874_090L, -1L);

  static List<Long> seeds() {
    return KillMatrixTest.ALL ? SEEDS : SEEDS.subList(0, 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void conformingModulesAreClean(long seed) throws IOException {
    List<Catalogue.Entry> conforming = Catalogue.read().conforming();
    assertTrue(conforming.size() >= 7, "two greetings and five others");
    Checked.all(conforming, entry -> Checked.small(entry, seed, Effort.QUICK))
        .forEach(
            (entry, result) -> {
              assertEquals(entry.failing(), failing(result), entry.name());
              assertEquals(List.of(), undecided(result), entry.name());
              assertEquals(Conclusion.CONFORMS, result.conclusion(), entry.name());
            });
  }

  /**
   * What does not fit is not asked for. Only who collects its garbage after 8 MiB, whatever its
   * limit, is told that it does not come to that.
   */
  @ParameterizedTest
  @ValueSource(ints = {40, 64})
  void norUnderATightMemoryLimit(int pages) throws IOException {
    List<Catalogue.Entry> starting =
        Catalogue.read().conforming().stream()
            .filter(entry -> pages >= 64 || !entry.name().equals("fixed_memory"))
            .toList();
    Checked.all(starting, entry -> Checked.tight(entry, pages))
        .forEach(
            (entry, result) -> {
              if (entry.name().equals("late_arena")) {
                assertTrue(failing(result).contains(Clause.GROW_03), result::toString);
              } else {
                assertTrue(entry.failing().containsAll(failing(result)), result::toString);
                assertEquals(List.of(), undecided(result), entry.name());
              }
            });
  }

  /** With a few pages to grow by, an honest guest may have no memory for anything. */
  @Test
  void wherePagesAreTooFewNothingIsDecidedThatNeedsThem() throws IOException {
    ModuleResult result = Checked.tight(entry("slabs"), 26);
    assertEquals(Conclusion.INCONCLUSIVE, result.conclusion());
    assertEquals(Set.of(), failing(result));
    assertEquals(
        Set.of(
            "nothing that it asks for fits: the memory limit, or the module's own, leaves too little room"),
        undecided(result).stream()
            .map(row -> ((Verdict.Inconclusive) row.verdict()).why())
            .collect(Collectors.toSet()));
  }

  /** Every request is larger than nothing; it is not to blame for that. */
  @Test
  void whatIsServedThereIsCheckedAllTheSame() throws IOException {
    ModuleResult result = Checked.tight(entry("alloc_02_overlap_always"), 27);
    assertEquals(Set.of(Clause.ALLOC_02), failing(result));
  }

  private static Catalogue.Entry entry(String name) throws IOException {
    return Catalogue.read().entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<Clause> failing(ModuleResult result) {
    return result.failures().stream().map(ClauseResult::clause).collect(Collectors.toSet());
  }

  private static List<ClauseResult> undecided(ModuleResult result) {
    return result.clauses().stream().filter(ClauseResult::undecided).toList();
  }
}

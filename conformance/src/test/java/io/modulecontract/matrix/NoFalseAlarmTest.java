package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.checks.Effort;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Modules that keep the contract are clean, whatever the seed; a fifth one is the matrix's, which
 * gives them the memory that users get.
 */
class NoFalseAlarmTest {

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 6_673_892_595_964_874_090L, -1})
  void conformingModulesAreClean(long seed) throws IOException {
    List<Catalogue.Entry> conforming = Catalogue.read().conforming();
    assertTrue(conforming.size() >= 7, "two greetings and five others");
    Checked.all(conforming, entry -> Checked.small(entry, seed, Effort.QUICK))
        .forEach(
            (entry, result) -> {
              assertEquals(List.of(), result.failures(), entry.name());
              assertEquals(List.of(), undecided(result), entry.name());
              assertEquals(Conclusion.CONFORMS, result.conclusion(), entry.name());
            });
  }

  private static List<ClauseResult> undecided(ModuleResult result) {
    return result.clauses().stream().filter(ClauseResult::undecided).toList();
  }
}

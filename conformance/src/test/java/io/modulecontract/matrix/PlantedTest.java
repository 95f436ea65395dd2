package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.ReferenceModules;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Policy;
import io.modulecontract.script.Finding;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptJudge;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The planted bugs are there, and the checks do not come across them: that is what they are for.
 * What finds them is measured by the module {@code fuzz}.
 */
class PlantedTest {

  private static final Policy POLICY = Policy.DEFAULT.withDeadline(Duration.ofSeconds(1));

  static List<Catalogue.Entry> planted() throws IOException {
    return Catalogue.read().planted();
  }

  private static Optional<Clause> broken(String module, Script script) {
    return new ScriptJudge(
            new FreshGuests(
                ReferenceModules.load(module + ".wasm"), POLICY, ExecutionMode.COMPILED),
            Set.of(Look.STREAMS))
        .judge(script)
        .map(Finding::clause);
  }

  @ParameterizedTest
  @EnumSource
  void breaksItsClauseOnItsTriggerAndNotBesideIt(PlantedTrigger trigger) throws IOException {
    Optional<Clause> clause =
        planted().stream()
            .filter(entry -> entry.name().equals(trigger.module()))
            .findFirst()
            .flatMap(Catalogue.Entry::breaks);
    assertEquals(clause, broken(trigger.module(), trigger.shows()));
    assertEquals(Optional.empty(), broken(trigger.module(), trigger.near()));
  }

  @Test
  void eachHasItsTrigger() throws IOException {
    assertEquals(
        planted().stream().map(Catalogue.Entry::name).sorted().toList(),
        Arrays.stream(PlantedTrigger.values()).map(PlantedTrigger::module).sorted().toList());
  }

  /** With {@code -Dplanted.effort=standard} as much as users get. */
  @ParameterizedTest
  @MethodSource("planted")
  void theChecksDoNotComeAcrossIt(Catalogue.Entry entry) {
    String effort = System.getProperty("planted.effort", Effort.QUICK.id());
    ModuleResult result = Checked.one(entry, 1, Effort.byName(effort).orElseThrow());
    assertEquals(List.of(), result.failures());
    assertEquals(Conclusion.CONFORMS, result.conclusion());
  }
}

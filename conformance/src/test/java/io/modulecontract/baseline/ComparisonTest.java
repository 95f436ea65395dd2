package io.modulecontract.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Pin;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a run beside a baseline. */
class ComparisonTest {

  private static final Clause MUST = Clause.ALLOC_04;
  private static final Clause SHOULD = Clause.ALLOC_08;
  private static final Verdict UNDECIDED = new Verdict.Inconclusive("no time");
  private static final Verdict AWAY = new Verdict.NotApplicable("no function");

  private static Baseline pinned(Clause... clauses) {
    return pinned("a.wasm", clauses);
  }

  private static Baseline pinned(String module, Clause... clauses) {
    Evidence seen = new Evidence("expected at 8", "both at 16");
    return new Baseline(
        Stream.of(clauses)
            .map(clause -> new Baseline.Entry(module, clause, "later", seen))
            .toList());
  }

  private static ModuleResult beside(Baseline baseline, Map<Clause, Verdict> verdicts) {
    RunResult run = Runs.run(false, Runs.module("dir/a.wasm", verdicts));
    return Comparison.of(run, baseline).modules().get(0);
  }

  private static Pin pin(ModuleResult module, Clause clause) {
    return module.clauses().stream()
        .filter(row -> row.clause() == clause)
        .map(ClauseResult::pin)
        .findFirst()
        .orElseThrow();
  }

  private static void assertPinned(
      Conclusion conclusion, Pin pin, ModuleResult module, Clause clause) {
    assertEquals(pin, pin(module, clause));
    assertEquals(conclusion, module.conclusion());
  }

  @Test
  void theSameFailureAtAnotherAddressIsKnown() {
    ModuleResult module = beside(pinned(MUST), Map.of(MUST, Runs.failed("both at 1024")));
    Pin known = new Pin.Known("later");
    assertPinned(Conclusion.CONFORMS_BUT_FOR_KNOWN_FAILURES, known, module, MUST);
    assertEquals(0, module.conclusion().exitCode());
    assertEquals(Pin.NONE, pin(module, SHOULD));
  }

  @Test
  void aNewFailureBesideAKnownOneFails() {
    Verdict same = Runs.failed("both at 16");
    ModuleResult module = beside(pinned(MUST), Map.of(MUST, same, Clause.ALLOC_01, same));
    assertPinned(Conclusion.DOES_NOT_CONFORM, Pin.NONE, module, Clause.ALLOC_01);
    assertEquals(new Pin.Known("later"), pin(module, MUST));
  }

  @Test
  void anotherEvidenceFails() {
    ModuleResult module = beside(pinned(MUST), Map.of(MUST, Runs.failed("a trap")));
    Pin other = new Pin.Different("later", "expected at N", "both at N");
    assertPinned(Conclusion.DOES_NOT_CONFORM, other, module, MUST);
    // Also of a clause that would only have warned: the baseline says what is not so.
    module = beside(pinned(SHOULD), Map.of(SHOULD, Runs.failed("a trap")));
    assertPinned(Conclusion.BASELINE_OUT_OF_DATE, other, module, SHOULD);
    assertEquals(1, module.conclusion().exitCode());
  }

  @Test
  void anEntryWhoseClausePassesFails() {
    ModuleResult module = beside(pinned(MUST), Map.of());
    assertPinned(Conclusion.BASELINE_OUT_OF_DATE, new Pin.Stale("later"), module, MUST);
    assertEquals(1, module.conclusion().exitCode());
  }

  @Test
  void whatWasNotDecidedIsNeitherKnownNorStale() {
    Pin unseen = new Pin.Unseen("later");
    ModuleResult undecided = beside(pinned(MUST), Map.of(MUST, UNDECIDED));
    assertPinned(Conclusion.INCONCLUSIVE, unseen, undecided, MUST);
    assertPinned(Conclusion.CONFORMS, unseen, beside(pinned(MUST), Map.of(MUST, AWAY)), MUST);
    Map<Clause, Verdict> notAsked = Map.of(MUST, Verdict.NotApplicable.NOT_ASKED);
    assertPinned(Conclusion.CONFORMS, unseen, beside(pinned(MUST), notAsked), MUST);
  }

  @Test
  void aKnownShouldCountsOnlyUnderStrict() {
    Map<Clause, Verdict> broken = Map.of(SHOULD, Runs.failed("both at 8"));
    Pin known = new Pin.Known("later");
    assertPinned(Conclusion.CONFORMS, known, beside(pinned(SHOULD), broken), SHOULD);
    RunResult strict = Runs.run(true, Runs.module("a.wasm", broken));
    assertEquals(
        Conclusion.CONFORMS_BUT_FOR_KNOWN_FAILURES,
        Comparison.of(strict, pinned(SHOULD)).conclusion());
    assertEquals(Conclusion.DOES_NOT_CONFORM, Comparison.of(strict, Baseline.EMPTY).conclusion());
  }

  @ParameterizedTest
  @CsvSource({
    "a.wasm, true",
    "dir/a.wasm, true",
    "other/a.wasm, false",
    "ir/a.wasm, false",
    "b.wasm, false"
  })
  void aModuleIsNamedByTheEndOfItsPath(String name, boolean named) {
    ModuleResult module = beside(pinned(name, MUST), Map.of(MUST, Runs.failed("both at 16")));
    assertEquals(named ? new Pin.Known("later") : Pin.NONE, pin(module, MUST));
    assertEquals(
        named ? List.of() : List.of(name),
        Comparison.unchecked(Runs.run(false, module), pinned(name, MUST, SHOULD)));
  }

  @Test
  void theLongestNameThatFitsWins() {
    Evidence trap = new Evidence("expected at 8", "a trap");
    Baseline.Entry exact = new Baseline.Entry("dir/a.wasm", MUST, "exact", trap);
    Baseline.Entry shorter = pinned(MUST).entries().get(0);
    for (List<Baseline.Entry> both : List.of(List.of(exact, shorter), List.of(shorter, exact))) {
      ModuleResult module = beside(new Baseline(both), Map.of(MUST, Runs.failed("a trap")));
      assertEquals(new Pin.Known("exact"), pin(module, MUST));
    }
  }

  @Test
  void aModuleThatCouldNotRunStaysSo() {
    ModuleResult module = Runs.module("a.wasm", Map.of()).with(List.of(), Conclusion.COULD_NOT_RUN);
    RunResult run = Runs.run(false, module);
    assertEquals(Conclusion.COULD_NOT_RUN, Comparison.of(run, pinned(MUST)).conclusion());
  }
}

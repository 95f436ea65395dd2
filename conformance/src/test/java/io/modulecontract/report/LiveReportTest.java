package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said while a run goes on: each piece once, as soon as it is known. */
class LiveReportTest {

  private final LiveReport live = new ConsoleReport(false, 100).live();

  /** The module as it is known when the clauses up to this family have rows. */
  private static ModuleResult upTo(Family last, ModuleResult whole) {
    return whole.with(
        whole.clauses().stream()
            .filter(row -> row.clause().family().compareTo(last) <= 0)
            .toList());
  }

  @Test
  void aFamilyIsSaidBeforeTheNextOneIsKnown() {
    ModuleResult module = Runs.broken();
    RunResult run = Runs.of(module);
    assertEquals("", live.began(run.with(List.of()), 1));
    String head = live.read(module.with(List.of()));
    assertTrue(head.startsWith("Module interop contract 1.0 · my_module.wasm · 90 KiB"), head);
    assertTrue(head.endsWith(" · effort standard\n"), head);
    assertEquals(
        "\n MOD      5/6   ✔  1 not applicable\n",
        live.decided(upTo(Family.MOD, module), Family.MOD));
    assertEquals(" INIT     3/3   ✔\n", live.decided(upTo(Family.INIT, module), Family.INIT));
    assertEquals(
        " ALLOC    9/11  ✘  ALLOC-04  ! ALLOC-08\n",
        live.decided(upTo(Family.ALLOC, module), Family.ALLOC));
    String rest = live.ended(run, List.of());
    assertTrue(rest.startsWith("✘ ALLOC-04 MUST"), rest);
  }

  @Test
  void allPiecesTogetherAreTheWholeReport() {
    ModuleResult module = Runs.broken();
    RunResult run = Runs.of(module);
    StringBuilder pieces = new StringBuilder(live.began(run.with(List.of()), 1));
    pieces.append(live.read(module.with(List.of())));
    Arrays.stream(Family.values())
        .forEach(family -> pieces.append(live.decided(upTo(family, module), family)));
    pieces.append(live.decided(module)).append(live.ended(run, List.of()));
    assertEquals(new ConsoleReport(false, 100).render(run, List.of()), pieces.toString());
  }

  @Test
  void aFamilyThatALaterCheckSawBrokenIsSaidAgain() {
    live.began(Runs.of(), 1);
    live.read(Runs.sound());
    live.decided(Runs.sound(), Family.ALLOC);
    assertEquals(
        " ALLOC    9/11  ✘  ALLOC-04  ! ALLOC-08  seen by a later check\n",
        live.decided(Runs.broken(), Family.ALLOC));
  }

  @Test
  void nothingIsSaidOfFamiliesAsLongAsNoClauseIsDecided() {
    ModuleResult open = only(Clause.MOD_06, new Verdict.NotApplicable("there is no descriptor"));
    live.began(Runs.of(), 1);
    live.read(open);
    assertEquals("", live.decided(open, Family.MOD));
    assertEquals(
        "\n MOD      0/6   –  6 not applicable\n INIT     3/3   ✔\n",
        live.decided(
            open.with(
                Runs.sound().clauses().stream()
                    .map(
                        row ->
                            row.clause().family() == Family.MOD
                                ? row.with(new Verdict.NotApplicable("there is no descriptor"))
                                : row)
                    .toList()),
            Family.INIT));
  }

  @Test
  void whatWasHeldBackIsSaidInTheEnd() {
    ModuleResult open = only(Clause.LEAK_01, new Verdict.Inconclusive("the time was over"));
    ModuleResult module = Runs.undecided().with(open.clauses());
    live.began(Runs.of(), 1);
    live.read(module);
    assertEquals("", live.decided(module, Family.LEAK));
    String rest = live.ended(Runs.of(module), List.of());
    assertTrue(rest.startsWith("\n LEAK     0/4   ?  4 undecided\n? "), rest);
  }

  @Test
  void oneOfManyModulesIsSaidWhenItIsDone() {
    String head = live.began(Runs.of(), 2);
    assertTrue(head.endsWith("1.0 · 2 modules\nseed 6673892595964874090 · effort standard\n\n"));
    assertEquals("", live.read(Runs.sound()));
    assertEquals("", live.decided(Runs.sound(), Family.MOD));
    assertEquals(
        "✔ greeting.wasm · 90 KiB · sha256 249a… · CONFORMS · 68 clauses ran\n",
        live.decided(Runs.sound()));
  }

  /** A module whose every clause of one family has this verdict; it has no other rows. */
  private static ModuleResult only(Clause clause, Verdict verdict) {
    return Runs.undecided()
        .with(
            Runs.sound().clauses().stream()
                .filter(row -> row.clause().family() == clause.family())
                .map(row -> row.with(verdict))
                .toList());
  }
}

package io.modulecontract.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.spec.Clause;
import io.modulecontract.toml.WrongToml;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline that is written, read, and written again. */
class RenewalTest {

  private static final Evidence SEEN = new Evidence("expected at 8", "both at 16");

  @TempDir private Path directory;

  private static Baseline.Entry entry(String module, Clause clause, String reason) {
    return new Baseline.Entry(module, clause, reason, SEEN);
  }

  private static Baseline of(Baseline before, ModuleResult... modules) {
    return Renewal.of(Runs.run(false, modules), before);
  }

  private static ModuleResult broken(String file, Clause clause) {
    return Runs.module(file, Map.of(clause, Runs.failed("both at 24")));
  }

  @Test
  void hasEveryFailureThatCounts() {
    assertEquals(
        List.of(entry("a.wasm", Clause.ALLOC_04, "")),
        of(Baseline.EMPTY, broken("dir/a.wasm", Clause.ALLOC_04)).entries());
    ModuleResult warned = broken("a.wasm", Clause.ALLOC_08);
    assertEquals(Baseline.EMPTY, of(Baseline.EMPTY, warned));
    assertEquals(
        List.of(entry("a.wasm", Clause.ALLOC_08, "")),
        Renewal.of(Runs.run(true, warned), Baseline.EMPTY).entries());
  }

  @Test
  void keepsReasonsAndLeavesOutWhatPasses() {
    Baseline before =
        new Baseline(
            List.of(
                new Baseline.Entry("a.wasm", Clause.ALLOC_04, "why", new Evidence("x", "old")),
                entry("a.wasm", Clause.ALLOC_01, "mended"),
                entry("b.wasm", Clause.ALLOC_01, "not here")));
    assertEquals(
        List.of(
            entry("a.wasm", Clause.ALLOC_04, "why"), entry("b.wasm", Clause.ALLOC_01, "not here")),
        of(before, broken("a.wasm", Clause.ALLOC_04)).entries());
  }

  @Test
  void keepsWhatWasNotDecided() {
    Baseline before = new Baseline(List.of(entry("a.wasm", Clause.ALLOC_04, "why")));
    Map<Clause, Verdict> notAsked = Map.of(Clause.ALLOC_04, Verdict.NotApplicable.NOT_ASKED);
    assertEquals(before, of(before, Runs.module("a.wasm", notAsked)));
  }

  @Test
  void tellsFilesOfOneNameApart() {
    ModuleResult first = broken("x/a.wasm", Clause.ALLOC_04);
    ModuleResult second = broken("y/a.wasm", Clause.ALLOC_04);
    assertEquals(
        List.of(entry("x/a.wasm", Clause.ALLOC_04, ""), entry("y/a.wasm", Clause.ALLOC_04, "")),
        of(Baseline.EMPTY, first, second, second).entries());
    Baseline named = new Baseline(List.of(entry("a.wasm", Clause.ALLOC_04, "why")));
    assertEquals(
        List.of(
            entry("x/a.wasm", Clause.ALLOC_04, "why"), entry("y/a.wasm", Clause.ALLOC_04, "why")),
        of(named, first, second).entries());
  }

  @Test
  void isReadAsItWasWritten() throws IOException, WrongToml {
    String hostile = "\"''' \\ \n # [[known]] \u0001\u202e \uD83D\uDE00 \u00e9";
    Evidence seen = new Evidence(hostile, hostile);
    Baseline baseline =
        new Baseline(
            List.of(
                new Baseline.Entry("a b.wasm", Clause.CALL_03, hostile, seen),
                entry("x/a.wasm", Clause.ALLOC_04, "why")));
    Path file = directory.resolve("known.toml");
    Files.writeString(file, BaselineText.of(baseline));
    assertEquals(baseline, BaselineReader.read(file));
    Files.writeString(file, BaselineText.of(Baseline.EMPTY));
    assertEquals(Baseline.EMPTY, BaselineReader.read(file));
  }
}

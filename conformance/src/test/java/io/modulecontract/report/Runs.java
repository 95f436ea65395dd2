package io.modulecontract.report;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.ModuleResult.ShapedFunction;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Step;
import io.modulecontract.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs to make reports from, with every kind of verdict. */
final class Runs {

  static final String SHA256 = "249a" + "0123456789abcdef".repeat(3) + "0123456789ab";

  static final String HOSTILE = "<script>alert('1')</script>\u001b[31m]]>\u202e|`\n# x\uD83D\uDE00";

  static final Failure SAME_ADDRESS =
      new Failure(
          "two live areas with different pointers, or 0",
          "allocate(0) -> 1, allocate(0) -> 1, both live",
          List.of(Step.of("allocate(0) -> 1"), new Step("allocate(0) -> 1", "same address as 1")),
          147,
          "wasm_allocate",
          Blame.MODULE,
          "java -jar module-contract.jar replay my_module.findings/ALLOC-04.json my_module.wasm\n"
              + "node my_module.findings/ALLOC-04.mjs my_module.wasm        (needs nothing of ours)");

  static final Failure MISALIGNED =
      new Failure(
          "a multiple of 8",
          "allocate(9) -> 1052",
          List.of(Step.of("allocate(9) -> 1052")),
          1,
          "wasm_allocate",
          Blame.MODULE,
          "java -jar module-contract.jar replay my_module.findings/ALLOC-08.json my_module.wasm");

  static final Failure LONG =
      new Failure(
          "deallocate(1024) -> -1",
          "deallocate(1024) -> 0",
          IntStream.rangeClosed(1, 100).mapToObj(i -> Step.of("allocate(" + i + ") -> 1")).toList(),
          300,
          "",
          Blame.MODULE,
          "");

  static final Failure COMPILED_ONLY =
      new Failure(
          "memory that stops growing",
          "1 page more in each cycle",
          List.of(Step.of("allocate(70000) -> 65544")),
          5,
          "wasm_deallocate",
          Blame.ENGINE,
          "");

  static final Failure UNDER_HOSTILE_NAMES =
      new Failure(
          HOSTILE,
          HOSTILE,
          List.of(new Step("call " + HOSTILE, HOSTILE)),
          1,
          HOSTILE,
          Blame.MODULE,
          "replay '" + HOSTILE + "'");

  private Runs() {}

  /** A run over these modules. */
  static RunResult of(ModuleResult... modules) {
    return run(false, modules);
  }

  /** A run over these modules in which a broken SHOULD counts. */
  static RunResult strict(ModuleResult... modules) {
    return run(true, modules);
  }

  private static RunResult run(boolean strict, ModuleResult... modules) {
    return new RunResult(
        "0.1.0",
        "1.0",
        6673892595964874090L,
        "standard",
        strict,
        Instant.parse("2026-11-23T10:15:30.123456Z"),
        Duration.ofMillis(4_128),
        List.of(modules));
  }

  /** One module with every kind of verdict; the rest passes. */
  static ModuleResult broken() {
    return module(
        "target/my_module.wasm",
        Conclusion.DOES_NOT_CONFORM,
        Map.of(
            Clause.ALLOC_04, new Verdict.Failed(SAME_ADDRESS),
            Clause.ALLOC_08, new Verdict.Failed(MISALIGNED),
            Clause.DEALLOC_02, new Verdict.Failed(LONG),
            Clause.LEAK_01, new Verdict.Unconfirmed(COMPILED_ONLY, "the interpreter shows no leak"),
            Clause.LEAK_04, new Verdict.Inconclusive("the time was over after 3 of 10 rounds"),
            Clause.MOD_06, new Verdict.NotApplicable("there is no descriptor")));
  }

  /** A module that breaks a SHOULD and nothing else. */
  static ModuleResult warned(Conclusion conclusion) {
    return module(
        "warned.wasm", conclusion, Map.of(Clause.ALLOC_08, new Verdict.Failed(MISALIGNED)));
  }

  /** A module without a fault. */
  static ModuleResult sound() {
    return module("greeting.wasm", Conclusion.CONFORMS, Map.of());
  }

  /** A module without a fault, of which something was measured. */
  static ModuleResult measured(String words) {
    return module(
        "tables.wasm", Conclusion.CONFORMS, Map.of(Clause.ARROW_05, new Verdict.Passed(words)));
  }

  /** A module of which the check of one MUST clause came to no decision. */
  static ModuleResult undecided() {
    return module(
        "slow.wasm",
        Conclusion.INCONCLUSIVE,
        Map.of(Clause.LEAK_01, new Verdict.Inconclusive("the time was over")));
  }

  /** The broken one, where three clauses more are undecided for one reason, and one for another. */
  static ModuleResult stoppedEarly() {
    Verdict early = new Verdict.Inconclusive("1 of 1 sequences broke ALLOC-10 first");
    Map<Clause, Verdict> open =
        Map.of(
            Clause.ALLOC_01, early,
            Clause.ALLOC_02, new Verdict.Inconclusive("ALLOC-04"),
            Clause.DEALLOC_01, early,
            Clause.LEAK_02, early);
    return broken()
        .with(
            broken().clauses().stream()
                .map(row -> row.with(open.getOrDefault(row.clause(), row.verdict())))
                .toList());
  }

  /** A module of which two clauses were not asked for, and seen broken all the same. */
  static ModuleResult seenBesides() {
    return module(
        "other.wasm",
        Conclusion.CONFORMS,
        Map.of(
            Clause.ALLOC_04, Verdict.NotApplicable.ALSO_SEEN,
            Clause.ALLOC_05, Verdict.NotApplicable.NOT_ASKED,
            Clause.CALL_15, Verdict.NotApplicable.ALSO_SEEN));
  }

  /** A module that uses every chance to put its own text into a report. */
  static ModuleResult hostile() {
    ModuleResult module =
        module(
            HOSTILE + ".wasm",
            Conclusion.DOES_NOT_CONFORM,
            Map.of(
                Clause.ALLOC_01, new Verdict.Failed(UNDER_HOSTILE_NAMES),
                Clause.ALLOC_06, new Verdict.Failed(UNDER_HOSTILE_NAMES),
                Clause.ALLOC_02, new Verdict.Unconfirmed(UNDER_HOSTILE_NAMES, HOSTILE),
                Clause.ALLOC_03, new Verdict.Inconclusive(HOSTILE),
                Clause.ALLOC_05, new Verdict.NotApplicable(HOSTILE)));
    return new ModuleResult(
        module.file(),
        SHA256,
        700,
        HOSTILE,
        List.of(new ShapedFunction(HOSTILE, "cstring", "detected")),
        module.conclusion(),
        "",
        module.duration(),
        module.clauses());
  }

  /** A file that is no module, with no rows at all. */
  static ModuleResult missing() {
    return new ModuleResult(
        "missing.wasm",
        "",
        0,
        "",
        List.of(),
        Conclusion.COULD_NOT_RUN,
        "there is no such file",
        Duration.ofMillis(2),
        List.of());
  }

  private static ModuleResult module(
      String file, Conclusion conclusion, Map<Clause, Verdict> verdicts) {
    List<ClauseResult> rows = new ArrayList<>();
    Arrays.stream(Clause.values())
        .forEach(clause -> rows.add(row(clause, verdicts.getOrDefault(clause, PASSED))));
    return new ModuleResult(
        file,
        SHA256,
        92_345,
        "zustdpipe (found: wasm_allocate, wasm_deallocate)",
        List.of(
            new ShapedFunction("wasm_memory_c_format_hello_world", "cstring", "detected"),
            new ShapedFunction("wasm_memory_rust_format_hello_world", "bytes", "descriptor")),
        conclusion,
        "",
        Duration.ofMillis(4_056),
        rows);
  }

  private static final Verdict PASSED = new Verdict.Passed();

  private static ClauseResult row(Clause clause, Verdict verdict) {
    int place = Clause.ids().indexOf(clause.id()) + 1;
    return new ClauseResult(clause, verdict, place, 10L * place, Duration.ofMillis(100L + place));
  }
}

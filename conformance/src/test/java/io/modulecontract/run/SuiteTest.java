package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.Limits;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.Policy;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as a whole: the same seed gives the same results. */
class SuiteTest {

  private static final Policy SMALL = Policy.DEFAULT.withMemoryPages(512);

  @TempDir Path directory;

  private final Suite suite = new Suite("test");

  private Path module(String name) throws IOException {
    return Files.write(directory.resolve(name), ReferenceModules.bytes(name));
  }

  private static RunOptions options(long seed, Set<Clause> clauses) {
    return new RunOptions(
        clauses, Effort.QUICK, seed, false, SMALL.withSeed(seed), Limits.NONE, Optional.empty());
  }

  private RunResult run(RunOptions options, Path... modules) {
    return suite.run(List.of(modules), options, Progress.NONE);
  }

  private static RunResult withoutTimes(RunResult run) {
    return new RunResult(
        run.toolVersion(),
        run.contract(),
        run.seed(),
        run.effort(),
        run.strict(),
        Instant.EPOCH,
        Duration.ZERO,
        run.modules().stream().map(SuiteTest::withoutTimes).toList());
  }

  private static ModuleResult withoutTimes(ModuleResult module) {
    return new ModuleResult(
        module.file(),
        module.sha256(),
        module.bytes(),
        module.profile(),
        module.functions(),
        module.conclusion(),
        module.reason(),
        Duration.ZERO,
        module.clauses().stream()
            .map(
                row ->
                    new ClauseResult(
                        row.clause(), row.verdict(), row.trials(), row.operations(), Duration.ZERO))
            .toList());
  }

  @Test
  void theSameSeedGivesTheSameResult() throws IOException {
    Path greeting = module("greeting.wasm");
    RunOptions options = options(42, EnumSet.allOf(Clause.class));
    RunResult first = run(options, greeting);
    assertEquals(Conclusion.CONFORMS, first.conclusion(), first::toString);
    assertEquals(withoutTimes(first), withoutTimes(run(options, greeting)));
  }

  @Test
  void aFailureIsTheSameToo() throws IOException {
    Path faulty = module("alloc_02_some_sizes.wasm");
    RunOptions options = options(42, EnumSet.of(Clause.ALLOC_02, Clause.ALLOC_03));
    RunResult first = run(options, faulty);
    assertEquals(Conclusion.DOES_NOT_CONFORM, first.conclusion());
    assertEquals(List.of(Clause.ALLOC_02), failures(first));
    assertEquals(withoutTimes(first), withoutTimes(run(options, faulty)));
  }

  @Test
  void anotherSeedTriesSomethingElse() throws IOException {
    Path greeting = module("greeting.wasm");
    Set<Clause> clauses = EnumSet.of(Clause.ALLOC_02);
    long one = operations(run(options(1, clauses), greeting), Clause.ALLOC_02);
    long other = operations(run(options(2, clauses), greeting), Clause.ALLOC_02);
    assertTrue(one > 0);
    assertNotEquals(one, other);
  }

  @Test
  void oneClauseAloneIsCheckedAsAmongAll() throws IOException {
    Path greeting = module("greeting.wasm");
    RunResult alone = run(options(3, EnumSet.of(Clause.DEALLOC_02)), greeting);
    RunResult both = run(options(3, EnumSet.of(Clause.ALLOC_02, Clause.DEALLOC_02)), greeting);
    assertEquals(operations(alone, Clause.DEALLOC_02), operations(both, Clause.DEALLOC_02));
  }

  /**
   * An allocator that never returns serves no size, and has shown of no clause that it keeps it.
   */
  @Test
  void whatNeverReturnsIsNeverGreen() throws IOException {
    // loop br 0 end unreachable
    byte[] module = new HandMade().allocate(0x03, 0x40, 0x0C, 0, 0x0B, 0x00).bytes();
    Path hangs = Files.write(directory.resolve("hangs.wasm"), module);
    Set<Clause> clauses =
        EnumSet.of(
            Clause.ALLOC_01, Clause.ALLOC_02, Clause.ALLOC_10, Clause.DEALLOC_02, Clause.LEAK_04);
    RunOptions options =
        new RunOptions(
            clauses,
            Effort.QUICK,
            1,
            false,
            SMALL.withDeadline(Duration.ofMillis(20)),
            Limits.NONE,
            Optional.empty());
    RunResult run = run(options, hangs);
    ModuleResult result = run.modules().get(0);
    for (Clause clause : clauses) {
      Verdict verdict = row(result, clause).verdict();
      assertFalse(verdict instanceof Verdict.Passed, clause::id);
      assertFalse(verdict.toString().contains("error in the suite"), verdict::toString);
    }
    String open = row(result, Clause.ALLOC_01).verdict().toString();
    assertTrue(open.contains("`wasm_allocate` answered none of 6 requests in time"), open);
    assertEquals(List.of(Clause.ALLOC_10), failures(run));
    assertEquals(0, row(result, Clause.ALLOC_01).operations(), "by then it is known");
  }

  private static List<Clause> failures(RunResult run) {
    return run.modules().get(0).failures().stream().map(ClauseResult::clause).toList();
  }

  private static long operations(RunResult run, Clause clause) {
    return row(run.modules().get(0), clause).operations();
  }

  private static ClauseResult row(ModuleResult module, Clause clause) {
    return module.clauses().stream()
        .filter(row -> row.clause() == clause)
        .findFirst()
        .orElseThrow();
  }
}

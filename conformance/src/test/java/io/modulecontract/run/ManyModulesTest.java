package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.Limits;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.Policy;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each module gets its own result with a row for every clause, whatever became of the others. */
class ManyModulesTest {

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

  @Test
  void everyClauseHasARowInOrder() throws IOException {
    ModuleResult result =
        run(options(1, EnumSet.of(Clause.MOD_02)), module("greeting.wasm")).modules().get(0);
    assertEquals(
        List.of(Clause.values()), result.clauses().stream().map(ClauseResult::clause).toList());
    assertInstanceOf(Verdict.Passed.class, verdict(result, Clause.MOD_02));
    assertEquals(new Verdict.NotApplicable("not asked for"), verdict(result, Clause.ALLOC_01));
  }

  @Test
  void familiesAreToldInOrderEachWithItsRows() throws IOException {
    Set<Clause> asked = EnumSet.of(Clause.GROW_01, Clause.ALLOC_04, Clause.ALLOC_05, Clause.MOD_02);
    List<String> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void began(RunResult run, int modules) {
            told.add(modules + " module, seed " + run.seed() + ", decided " + run.modules());
          }

          @Override
          public void read(ModuleResult soFar) {
            told.add(soFar.file() + " has " + soFar.clauses().size() + " rows");
          }

          @Override
          public void decided(ModuleResult soFar, Family family) {
            long rows = soFar.clauses().stream().filter(ClauseResult::decided).count();
            told.add(family + ": " + rows + " decided so far");
          }
        };
    Path module = module("greeting.wasm");
    suite.run(List.of(module), options(1, asked), progress);
    assertEquals(
        List.of(
            "1 module, seed 1, decided []",
            module + " has 0 rows",
            "MOD: 1 decided so far",
            "ALLOC: 3 decided so far",
            "GROW: 4 decided so far"),
        told);
  }

  @Test
  void aModuleThatCannotRunDoesNotStopTheOthers() throws IOException {
    Path text = Files.writeString(directory.resolve("text.wasm"), "no module");
    Path none = directory.resolve("none.wasm");
    Path described = module("buddy.wasm");
    Files.writeString(
        directory.resolve("buddy.contract.toml"), "format = 1", StandardCharsets.UTF_8);
    Path good = module("greeting.wasm");
    List<String> decided = new ArrayList<>();
    RunResult result =
        suite.run(
            List.of(text, none, described, directory, good),
            options(1, EnumSet.of(Clause.MOD_01, Clause.ALLOC_01)),
            listening(decided));
    assertEquals(
        Arrays.asList(text, none, described, directory, good).stream().map(Path::toString).toList(),
        decided);
    assertEquals(
        List.of(
            Conclusion.COULD_NOT_RUN,
            Conclusion.COULD_NOT_RUN,
            Conclusion.COULD_NOT_RUN,
            Conclusion.COULD_NOT_RUN,
            Conclusion.CONFORMS),
        result.modules().stream().map(ModuleResult::conclusion).toList());
    assertTrue(result.modules().get(2).reason().contains("key `format`"));
    assertEquals(Conclusion.COULD_NOT_RUN, result.conclusion());
  }

  @Test
  void aModuleWithoutTheContractsFunctionsIsNotGreen() throws IOException {
    Path path = module("mod_03_size_as_i64.wasm");
    ModuleResult result =
        run(options(1, EnumSet.of(Clause.ALLOC_01, Clause.LEAK_01)), path).modules().get(0);
    assertEquals(Conclusion.COULD_NOT_RUN, result.conclusion());
    assertEquals(
        "no clause was decided: `wasm_allocate` cannot be called (MOD-03)", result.reason());
  }

  private static Progress listening(List<String> decided) {
    return new Progress() {
      @Override
      public void checking(String file, Clause clause) {
        assertTrue(EnumSet.of(Clause.MOD_01, Clause.ALLOC_01).contains(clause));
      }

      @Override
      public void decided(ModuleResult module) {
        decided.add(module.file());
      }
    };
  }

  private static Verdict verdict(ModuleResult module, Clause clause) {
    return row(module, clause).verdict();
  }

  private static ClauseResult row(ModuleResult module, Clause clause) {
    return module.clauses().stream()
        .filter(row -> row.clause() == clause)
        .findFirst()
        .orElseThrow();
  }
}

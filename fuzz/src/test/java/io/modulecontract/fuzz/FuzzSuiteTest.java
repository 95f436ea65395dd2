package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Limits;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.FuzzSummary;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole campaigns, short ones: in processes of their own, as a user has them. */
class FuzzSuiteTest {

  @TempDir private Path folder;

  private final List<String> notes = new ArrayList<>();

  private final FuzzProgress progress =
      new FuzzProgress() {
        @Override
        public void note(String what) {
          notes.add(what);
        }
      };

  @ParameterizedTest
  @EnumSource(FuzzEngine.class)
  void aConformingModuleHasNoFindingAndNoMoreIsSaid(FuzzEngine engine) throws Exception {
    ModuleResult module = fuzz(Prebuilt.file(folder, "greeting"), options(engine, 1));
    assertEquals(Conclusion.CONFORMS, module.conclusion());
    FuzzSummary summary = module.fuzz().orElseThrow();
    assertTrue(summary.executions() > 50, summary::toString);
    assertTrue(summary.functionsReached() > 10, summary::toString);
    assertTrue(summary.functionsTotal() > summary.functionsReached(), summary::toString);
    assertEquals(engine == FuzzEngine.JAZZER, summary.edges() > 100, summary::toString);
    assertTrue(summary.corpusSize() > 0, summary::toString);
    assertEquals(engine.toString(), summary.engine());
    assertTrue(summary.sentence().startsWith("no finding in 4 s, "), summary::sentence);
    assertTrue(module.clauses().stream().noneMatch(ClauseResult::decided));
  }

  @ParameterizedTest
  @EnumSource(FuzzEngine.class)
  void aFaultIsFoundOnceMadeSmallAndSaved(FuzzEngine engine) throws Exception {
    Path file = Prebuilt.file(folder, "call_13_traps_on_bad_text");
    ModuleResult module = fuzz(file, options(engine, 1));
    assertEquals(Conclusion.DOES_NOT_CONFORM, module.conclusion());
    assertEquals(List.of(Clause.CALL_13), broken(module));
    ClauseResult row = module.failures().get(0);
    assertTrue(row.verdict().toString().contains("replay"), row::toString);
    List<Path> saved = Corpus.files(folder.resolve("report/findings"));
    assertTrue(saved.stream().anyMatch(path -> path.toString().endsWith(".mjs")), saved::toString);
    for (Path path : saved) {
      if (path.toString().endsWith(".json")) {
        assertEquals(Clause.CALL_13, FindingReader.read(path).clause());
      }
    }
  }

  @Test
  void whatWasFoundIsThereWhenItStartsAgainAndGoesWhenTheModuleIsMended() throws Exception {
    Path file = Prebuilt.file(folder, "call_12_refuses_empty");
    fuzz(file, options(FuzzEngine.RANDOM, 1));
    ModuleResult again = fuzz(file, options(FuzzEngine.RANDOM, 1));
    assertEquals(List.of(Clause.CALL_12), broken(again));
    Files.copy(Prebuilt.file(folder, "greeting"), file, StandardCopyOption.REPLACE_EXISTING);
    ModuleResult mended = fuzz(file, options(FuzzEngine.RANDOM, 1));
    assertEquals(List.of(), broken(mended));
    assertTrue(
        notes.stream().anyMatch(note -> note.contains("does not show any more")), notes::toString);
  }

  @Test
  void whatWasFoundWhenItWasStoppedIsNotLost() throws Exception {
    Path file = Prebuilt.file(folder, "call_12_refuses_empty");
    fuzz(file, options(FuzzEngine.RANDOM, 1));
    Path suspects = folder.resolve("report/fuzz/suspects");
    for (Path suspect : Corpus.files(suspects)) {
      String name = suspect.getFileName().toString();
      Files.move(suspect, suspect.resolveSibling(name.replace(".json", ".first")));
    }
    ModuleResult again = fuzz(file, options(FuzzEngine.RANDOM, 1));
    assertEquals(List.of(Clause.CALL_12), broken(again));
    assertTrue(Corpus.files(suspects).stream().allMatch(path -> path.toString().endsWith(".json")));
  }

  @Test
  void twoWorkersShareACorpusAndAMergeLeavesWhatCovers() throws Exception {
    Path file = Prebuilt.file(folder, "c_greeting");
    FuzzOptions two = options(FuzzEngine.JAZZER, 2);
    FuzzSummary summary = fuzz(file, two).fuzz().orElseThrow();
    assertTrue(summary.executions() > 50, summary::toString);
    Path corpus = folder.resolve("report/corpus");
    Files.writeString(corpus.resolve("notes.txt"), "mine");
    MergeResult merged = new FuzzSuite("test").merge(List.of(file), two).get(0);
    assertTrue(merged.after() < merged.before(), merged::toString);
    assertTrue(merged.after() > 1, merged::toString);
    assertTrue(Files.exists(corpus.resolve("notes.txt")));
    fuzz(file, options(FuzzEngine.RANDOM, 1));
    assertTrue(notes.toString().contains("1 files do not have the name"), notes::toString);
  }

  @Test
  void damagedFindingsAreNamedAndLeftOut() throws Exception {
    Path suspects = Files.createDirectories(folder.resolve("report/fuzz/suspects"));
    Files.writeString(suspects.resolve("CALL-13-f.json"), "{\"format\":");
    fuzz(Prebuilt.file(folder, "greeting"), options(FuzzEngine.RANDOM, 1));
    assertTrue(notes.toString().contains("CALL-13-f.json: "), notes::toString);
    assertTrue(notes.toString().contains("it is left out"), notes::toString);
  }

  @Test
  void whatCannotBeFuzzedSaysWhy() throws Exception {
    assertCannot(Prebuilt.file(folder, "mod_03_size_as_i64"));
  }

  private void assertCannot(Path file) {
    ModuleResult module = fuzz(file, options(FuzzEngine.RANDOM, 1));
    assertEquals(Conclusion.COULD_NOT_RUN, module.conclusion());
    assertTrue(module.reason().startsWith(file + ": "), module::reason);
    assertTrue(module.reason().contains("(MOD-03)"), module::reason);
  }

  @Test
  void aCorpusThatIsAFileIsRefused() throws Exception {
    Path corpus = Files.writeString(folder.resolve("corpus"), "x");
    FuzzOptions options =
        new FuzzOptions(
            Duration.ofSeconds(4),
            1,
            1,
            FuzzEngine.RANDOM,
            true,
            Optional.of(corpus),
            folder.resolve("report"),
            Optional.empty(),
            Limits.NONE);
    ModuleResult module = fuzz(Prebuilt.file(folder, "greeting"), options);
    assertEquals("the corpus " + corpus + " is a file: expected a folder", module.reason());
  }

  private ModuleResult fuzz(Path file, FuzzOptions options) {
    RunResult run = new FuzzSuite("test").run(List.of(file), options, progress);
    return run.modules().get(0);
  }

  private FuzzOptions options(FuzzEngine engine, int jobs) {
    return new FuzzOptions(
        Duration.ofSeconds(4),
        jobs,
        1,
        engine,
        true,
        Optional.empty(),
        folder.resolve("report"),
        Optional.empty(),
        Limits.NONE);
  }

  private static List<Clause> broken(ModuleResult module) {
    return module.failures().stream().map(ClauseResult::clause).toList();
  }
}

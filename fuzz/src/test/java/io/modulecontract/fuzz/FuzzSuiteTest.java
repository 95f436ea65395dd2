package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.finding.FindingReader;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.FuzzSummary;
import io.modulecontract.verdict.ModuleResult;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private ShortCampaign campaign() {
    return new ShortCampaign(folder, notes);
  }

  @ParameterizedTest
  @EnumSource(FuzzEngine.class)
  void aConformingModuleHasNoFindingAndNoMoreIsSaid(FuzzEngine engine) throws Exception {
    ModuleResult module =
        campaign().fuzz(Prebuilt.file(folder, "greeting"), campaign().options(engine, 1));
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
    ModuleResult module = campaign().fuzz(file, campaign().options(engine, 1));
    assertEquals(Conclusion.DOES_NOT_CONFORM, module.conclusion());
    assertEquals(List.of(Clause.CALL_13), ShortCampaign.broken(module));
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
  void twoWorkersShareACorpusAndAMergeLeavesWhatCovers() throws Exception {
    Path file = Prebuilt.file(folder, "c_greeting");
    FuzzOptions two = campaign().options(FuzzEngine.JAZZER, 2);
    FuzzSummary summary = campaign().fuzz(file, two).fuzz().orElseThrow();
    assertTrue(summary.executions() > 50, summary::toString);
    Path corpus = folder.resolve("report/corpus");
    Files.writeString(corpus.resolve("notes.txt"), "mine");
    MergeResult merged = new FuzzSuite("test").merge(List.of(file), two).get(0);
    assertTrue(merged.after() < merged.before(), merged::toString);
    assertTrue(merged.after() > 1, merged::toString);
    assertTrue(Files.exists(corpus.resolve("notes.txt")));
    campaign().fuzz(file, campaign().options(FuzzEngine.RANDOM, 1));
    assertTrue(notes.toString().contains("1 files do not have the name"), notes::toString);
  }

  @Test
  void whatCannotBeFuzzedSaysWhy() throws Exception {
    assertCannot(Prebuilt.file(folder, "mod_03_size_as_i64"));
  }

  private void assertCannot(Path file) {
    ModuleResult module = campaign().fuzz(file, campaign().options(FuzzEngine.RANDOM, 1));
    assertEquals(Conclusion.COULD_NOT_RUN, module.conclusion());
    assertTrue(module.reason().startsWith(file + ": "), module::reason);
    assertTrue(module.reason().contains("(MOD-03)"), module::reason);
  }

  @Test
  void aCorpusThatIsAFileIsRefused() throws Exception {
    Path corpus = Files.writeString(folder.resolve("corpus"), "x");
    FuzzOptions options = campaign().options(FuzzEngine.RANDOM, 1, Optional.of(corpus));
    ModuleResult module = campaign().fuzz(Prebuilt.file(folder, "greeting"), options);
    assertEquals("the corpus " + corpus + " is a file: expected a folder", module.reason());
  }
}

package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts and exit codes of {@code check}. */
final class CheckTest {

  @TempDir private Path directory;

  @Test
  void whatConformsIsGreen() throws IOException {
    Path module = Prebuilt.file(directory, "slabs");
    CommandLineRun.check(directory, module).ends(0).shows("ALLOC 11/11 ✔", "CONFORMS · ");
    assertEquals("conforms", CommandLineRun.report(directory).path("verdict").asText());
  }

  /** Who waits for a verdict sees the first ones while the others are looked for. */
  @Test
  void whatIsDecidedIsPrintedAtOnce() throws IOException {
    Path module = Prebuilt.file(directory, "bump_arena");
    List<String> early = new ArrayList<>();
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void write(byte[] bytes, int from, int length) {
            if (!Files.exists(directory.resolve("report.json"))) {
              early.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            }
          }
        };
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    ModuleContract.run(
        out,
        err,
        "check",
        "--clause=MOD-01,MOD-02,ALLOC-04,DEALLOC-01",
        "--effort=quick",
        "--report-dir=" + directory,
        module.toString());
    assertEquals(4, early.size(), early::toString);
    assertTrue(early.get(0).startsWith("Module interop contract"), early::toString);
    assertEquals("\n MOD      2/2   ✔\n", early.get(1));
    assertEquals(" ALLOC    1/1   ✔\n", early.get(2));
    assertEquals(" DEALLOC  1/1   ✔\n", early.get(3));
  }

  @Test
  void whatIsBrokenIsNamedWithItsSmallestSequence() throws IOException {
    Path module = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    CommandLineRun.check(directory, module)
        .ends(1)
        .shows("✘ ALLOC-04 MUST", "sequence 2 operations", "1 allocate(0) -> ", "1 MUST broken");
  }

  @Test
  void noClauseExecutedIsNeverGreen() throws IOException {
    Path module = Prebuilt.file(directory, "greeting");
    CommandLineRun.check(directory, "--clause=MOD-06", module)
        .ends(ModuleContract.COULD_NOT_RUN)
        .shows("COULD NOT RUN · no clause was decided: no descriptor names a function");
    JsonNode told = CommandLineRun.report(directory).at("/modules/0");
    assertEquals("could-not-run", told.path("verdict").asText());
    assertEquals("not-applicable", CommandLineRun.row(told, "MOD-06").path("outcome").asText());
    assertEquals("not asked for", CommandLineRun.row(told, "MOD-01").path("reason").asText());
  }

  @Test
  void whatCouldNotBeDecidedIsNotGreenEither() throws IOException {
    Path module = Prebuilt.file(directory, "dealloc_01_answers_one");
    CommandLineRun.check(directory, "--clause=DEALLOC-04", module)
        .ends(4)
        .shows("INCONCLUSIVE", "sequences broke DEALLOC-01 first");
  }

  /** It starts with 23 of the 32 pages, and its least areas have 64 bytes. */
  @Test
  void whatNeedNotFitIsNotAskedOfAnybody() throws IOException {
    Path module = Prebuilt.file(directory, "buddy");
    CommandLineRun.check(directory, "--clause=ALLOC-11", "--memory-limit=2MiB", module)
        .ends(ModuleContract.COULD_NOT_RUN)
        .shows("a limit of 2097152 bytes leaves too little room for so many areas");
    CommandLineRun.check(directory, "--clause=ALLOC-11", "--memory-limit=8MiB", module).ends(0);
  }

  @Test
  void onlyWhatWasAskedForIsCounted() throws IOException {
    Path module = Prebuilt.file(directory, "greeting");
    CommandLineRun run = CommandLineRun.check(directory, "--clause=mod-01,MOD-02", module).ends(0);
    run.shows("MOD 2/2 ✔", "CONFORMS · 2 clauses ran, 66 not asked for");
    assertEquals(false, run.out().contains("GROW"));
  }

  @Test
  void whatWasSeenOfOtherClausesIsToldAndNotCounted() throws IOException {
    Path module = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    CommandLineRun.check(directory, "--clause=DEALLOC-01", module)
        .ends(0)
        .shows("CONFORMS · 1 clause ran, 67 not asked for")
        .shows("! also seen ALLOC-04 broken: not asked for, so neither confirmed nor counted");
    JsonNode told = CommandLineRun.report(directory).at("/modules/0");
    JsonNode row = CommandLineRun.row(told, "ALLOC-04");
    assertEquals("not-applicable", row.path("outcome").asText());
    String seen = "not asked for; the check of another clause saw it broken";
    assertEquals(seen, row.path("reason").asText());
  }

  @Test
  void underStrictAWarningFails() throws IOException {
    Path module = Prebuilt.file(directory, "alloc_08_unaligned");
    CommandLineRun.check(directory, "--clause=ALLOC-08", module)
        .ends(0)
        .shows("! ALLOC-08 SHOULD", "CONFORMS · 1 SHOULD warning");
    CommandLineRun.check(directory, "--clause=ALLOC-08", "--strict=false", module).ends(0);
    CommandLineRun.check(directory, "--clause=ALLOC-08", "--strict", module)
        .ends(1)
        .shows("✘ ALLOC-08 SHOULD", "1 SHOULD broken", "effort quick · strict");
  }

  @Test
  void sameFileTwiceIsCheckedTwice() throws IOException {
    Path module = Prebuilt.file(directory, "mod_02_memory_named_mem");
    CommandLineRun.check(directory, "--clause=MOD-02", module, module).ends(1).shows("2 modules");
    JsonNode modules = CommandLineRun.report(directory).path("modules");
    assertEquals(2, modules.size());
    modules.forEach(this::forgetTimes);
    // Each has its own folder of findings.
    String first = modules.get(0).toString();
    String folder = "findings/mod_02_memory_named_mem/";
    assertTrue(first.contains(folder), first);
    assertEquals(
        first, modules.get(1).toString().replace("findings/mod_02_memory_named_mem-2/", folder));
  }

  @ParameterizedTest
  @CsvSource({
    "greeting, mod_02_memory_named_mem, 1",
    "greeting, nowhere, 3",
    "mod_02_memory_named_mem, nowhere, 3",
    "nowhere, greeting, 3",
    "greeting, slabs, 0"
  })
  void worstOfManyDecides(String first, String second, int exit) throws IOException {
    CommandLineRun.check(directory, "--clause=MOD-02", file(first), file(second)).ends(exit);
  }

  @ParameterizedTest
  @CsvSource({"alloc_02_now_and_then", "header_free_list"})
  void sameSeedGivesTheSameReport(String name) throws IOException {
    Path module = Prebuilt.file(directory, name);
    CommandLineRun first = CommandLineRun.check(directory, module);
    JsonNode one = CommandLineRun.report(directory);
    CommandLineRun.check(directory, module).ends(first.exit());
    JsonNode other = CommandLineRun.report(directory);
    assertNotEquals("", one.path("startedAt").asText());
    forgetTimes(one);
    forgetTimes(other);
    assertEquals(one.toPrettyString(), other.toPrettyString());
  }

  private Path file(String name) throws IOException {
    return name.equals("nowhere")
        ? directory.resolve("nowhere.wasm")
        : Prebuilt.file(directory, name);
  }

  private void forgetTimes(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("startedAt");
      object.remove("durationMs");
    }
    node.forEach(this::forgetTimes);
  }
}

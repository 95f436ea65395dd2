package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known failures: written, given a reason, used, and noticed when they are no longer so. */
final class BaselineTest {

  private static final String NAME = "alloc_04_zero_shares_address";
  private static final String FORMAT = "format = \"module-contract-baseline/1\"\n";
  private static final String ENTRY =
      """
      [[known]]
      module = "alloc_04_zero_shares_address.wasm"
      clause = "ALLOC-04"
      reason = "until the next release"
      expected = "two live areas with different pointers, or 0"
      actual = "two live areas at N, of N and N bytes"
      """;

  @TempDir private Path directory;
  private Path module = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void makeModule() throws IOException {
    module = Prebuilt.file(directory, NAME);
    file = directory.resolve("known.toml");
  }

  private CommandLineRun check(Object... more) {
    Stream<Object> fixed = Stream.of("--clause=MOD-02,ALLOC-04", module);
    return CommandLineRun.check(directory, Stream.concat(fixed, Arrays.stream(more)).toArray());
  }

  private CommandLineRun checkBeside(String baseline, Object... more) throws IOException {
    Files.writeString(file, baseline);
    return check(Stream.concat(Stream.of("--baseline=" + file), Arrays.stream(more)).toArray());
  }

  private JsonNode row(String clause) throws IOException {
    return CommandLineRun.row(CommandLineRun.report(directory).at("/modules/0"), clause);
  }

  private void reported(String report, String text) throws IOException {
    String all = Files.readString(directory.resolve(report)).replaceAll("\\s+", " ");
    assertTrue(all.contains(text), all);
  }

  @Test
  void whatIsWrittenIsUsedOnceItHasAReason() throws IOException {
    check("--write-baseline=" + file)
        .ends(1)
        .shows("DOES NOT CONFORM", file + ", known failures: 1, without a reason: 1");
    String written = Files.readString(file);
    check("--baseline=" + file)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains(
            file.toString(),
            "[[known]] number 1, key `reason`: expected why ALLOC-04 may stay broken, found an"
                + " empty text");
    String given = written.replace("reason = \"\"", "reason = \"until the next release\"");
    checkBeside(given)
        .ends(0)
        .shows(
            "ALLOC 0/1 = 1 known",
            "CONFORMS BUT FOR KNOWN FAILURES · 1 known failure · 2 clauses ran");
    assertEquals("conforms", CommandLineRun.report(directory).path("verdict").asText());
    // The reason stays, and the verdict is the baseline's.
    check("--baseline=" + file, "--write-baseline=" + file).ends(0).shows("known failures: 1 ");
    assertTrue(Files.readString(file).contains("\"until the next release\""));
    // A new file has them from the baseline that was used.
    Path other = directory.resolve("new/other.toml");
    check("--baseline=" + file, "--write-baseline=" + other).ends(0);
    assertEquals(Files.readString(file), Files.readString(other));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 99})
  void aKnownFailureIsKnownAtEverySeedAndStaysInEveryReport(long seed) throws IOException {
    Files.writeString(file, FORMAT + ENTRY);
    CommandLineRun.of(
            "check",
            module,
            "--clause=ALLOC-04",
            "--effort=quick",
            "--seed=" + seed,
            "--report-dir=" + directory,
            "--baseline=" + file)
        .ends(0)
        .shows("ALLOC 0/1 = 1 known", "= ALLOC-04 MUST", "known until the next release");
    assertEquals("failed", row("ALLOC-04").path("outcome").asText());
    assertEquals("known", row("ALLOC-04").at("/baseline/state").asText());
    assertEquals("until the next release", row("ALLOC-04").at("/baseline/reason").asText());
    reported("junit.xml", "failures=\"0\"");
    reported("junit.xml", "<system-out>MUST known failure: expected two");
    reported(
        "report.sarif",
        "\"kind\": \"external\", \"status\": \"accepted\","
            + " \"justification\": \"until the next release\"");
    reported("summary.md", "- known: until the next release");
    reported("index.html", "<dt>Known</dt><dd>until the next release</dd>");
  }

  @Test
  void aNewFailureFails() throws IOException {
    checkBeside(FORMAT).ends(1).shows("✘ ALLOC-04 MUST", "DOES NOT CONFORM · 1 MUST broken");
  }

  @Test
  void anotherEvidenceFails() throws IOException {
    checkBeside(FORMAT + ENTRY.replace("two live areas at N", "a trap at N"))
        .ends(1)
        .shows(
            "✘ ALLOC-04 MUST",
            "baseline another failure is known: until the next release",
            "known expected two live areas with different pointers, or 0, but a trap at N, of N",
            "DOES NOT CONFORM · 1 MUST broken");
    assertEquals("different", row("ALLOC-04").at("/baseline/state").asText());
    reported("junit.xml", "failures=\"1\"");
  }

  @Test
  void anEntryWhoseClausePassesFails() throws IOException {
    Path recap = directory.resolve("recap.txt");
    checkBeside(FORMAT + ENTRY + ENTRY.replace("ALLOC-04", "MOD-02"), "--recap=" + recap)
        .ends(1)
        .shows(
            "MOD 1/1 ✘ MOD-02 stale",
            "✘ MOD-02 MUST",
            "baseline it passes now: take this entry out of the baseline",
            "BASELINE OUT OF DATE · 1 stale in the baseline · 1 known failure");
    assertEquals("does-not-conform", CommandLineRun.report(directory).path("verdict").asText());
    assertEquals("passed", row("MOD-02").path("outcome").asText());
    assertEquals("stale", row("MOD-02").at("/baseline/state").asText());
    reported("junit.xml", "failures=\"1\"");
    reported("report.sarif", "MOD-02: it passes now");
    reported("summary.md", "- baseline: it passes now");
    assertEquals(
        "BASELINE OUT OF DATE · "
            + module
            + ": MOD-02 MUST passes, and is in the baseline still; ALLOC-04 MUST known",
        Files.readString(recap).strip());
    // What passes is left out of the next one.
    check("--write-baseline=" + file).ends(1).shows("known failures: 1");
    assertFalse(Files.readString(file).contains("MOD-02"));
  }

  @Test
  void whatWasNotAskedForIsNotStale() throws IOException {
    Files.writeString(file, FORMAT + ENTRY);
    CommandLineRun.check(directory, "--clause=MOD-02", module, "--baseline=" + file)
        .ends(0)
        .shows("CONFORMS · 1 clause ran");
    assertEquals("unseen", row("ALLOC-04").at("/baseline/state").asText());
  }

  @Test
  void anEntryOfAnotherModuleSaysSo() throws IOException {
    CommandLineRun run = checkBeside(FORMAT + ENTRY.replace(NAME, "alloc_4")).ends(1);
    assertEquals("note: " + file + ": not checked here: alloc_4.wasm", run.err().strip());
    run.shows("1 MUST broken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = = 1 | line 2: expected TOML",
        "knwon = 1 | line 2: the file: unknown key `knwon`, expected one of format, known",
        "known = 1 | line 2: the file, key `known`: expected [[known]], found a number",
        "[[known]];clause = 'ALLOC-04'"
            + " | line 2: [[known]] number 1, key `module`: expected a text, found nothing",
        "[[known]];module = 'a';clause = 'ALLOC-4' | line 4: [[known]] number 1, key `clause`:"
            + " expected the id of a clause, such as ALLOC-04, found \"ALLOC-4\"",
        "[[known]];module = 'a';clause = 'ALLOC-04';expected = 'x';actual = 'y'"
            + " | line 2: [[known]] number 1, key `reason`: expected a text, found nothing",
        "[[known]];module = 'a';clause = 'ALLOC-04';reason = 'x';actual = 'y'"
            + " | line 2: [[known]] number 1, key `expected`: expected a text, found nothing",
        "[[known]];module = '../a' | line 3: [[known]] number 1, key `module`: expected a name"
            + " such as my_module.wasm or release/my_module.wasm, found \"../a\"",
        "[[known]];sha256 = 'a' | line 3: [[known]] number 1: unknown key `sha256`"
      })
  void aMistakeIsToldWithItsLine(String linesAndTold) throws IOException {
    String[] parts = linesAndTold.split(" \\| ", 2);
    checkBeside(FORMAT + parts[0].replace(';', '\n'))
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains(file + ": " + parts[1]);
  }

  @Test
  void anEntryStandsThereOnce() throws IOException {
    checkBeside(FORMAT + ENTRY + ENTRY)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains(
            "line 10: [[known]] number 2, key `clause`: expected each clause of a module once,"
                + " found ALLOC-04 of \"alloc_04_zero_shares_address.wasm\" again");
  }

  @Test
  void aFileThatCannotBeUsedIsToldBeforeAnythingRuns() throws IOException {
    check("--baseline=" + file)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains(file + ": expected a readable baseline, found: no such file");
    check("--baseline=" + directory).ends(3).complains("expected a file, found a directory");
    check("--write-baseline=" + directory).ends(3).complains("found a directory");
    String other = "format = \"module-contract/1\"";
    checkBeside(other)
        .ends(3)
        .complains("line 1: the file, key `format`: expected \"module-contract-baseline/1\"");
    // A file that is something else is not written over.
    check("--write-baseline=" + file).ends(3).complains("key `format`");
    assertEquals(other, Files.readString(file));
    check("--write-baseline=" + module.resolve("known.toml"))
        .ends(3)
        .complains("The directory " + module + " cannot be made");
    assertFalse(Files.exists(directory.resolve("report.json")));
  }

  @Test
  void withoutAnyFailureTheFileSaysSo() throws IOException {
    CommandLineRun.check(
            directory, "--clause=MOD-02", module, "--write-baseline=" + file, "--baseline=")
        .ends(0)
        .shows("known failures: 0");
    CommandLineRun.check(directory, "--clause=MOD-02", module, "--baseline=" + file)
        .ends(0)
        .shows("CONFORMS · 1 clause ran");
  }
}

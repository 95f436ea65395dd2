package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code replay}: a finding shows again, is gone, or is none. */
final class ReplayTest {

  private static final String CLAUSE = "--clause=ALLOC-04";

  @TempDir private Path directory;
  private Path module = Path.of("");
  private Path greeting = Path.of("");
  private Path finding = Path.of("");

  @BeforeEach
  void find() throws IOException {
    module = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    greeting = Prebuilt.file(directory, "greeting");
    finding = directory.resolve("findings/ALLOC-04.json");
    CommandLineRun.check(directory, CLAUSE, module)
        .ends(1)
        .shows("module-contract.jar replay " + finding + " " + module)
        .shows("node " + directory.resolve("findings/ALLOC-04.mjs") + " " + module);
  }

  @Test
  void showsAgain() {
    CommandLineRun.of("replay", finding, module)
        .ends(1)
        .shows("same: ALLOC-04 is broken as it was", "allocate(0) -> 8");
  }

  /** What was seen with less patience than the deadline's is told in the words of a replay. */
  @Test
  void showsAgainWhatNeverReturns() throws IOException {
    again(
        new TinyModule().allocatesForEver(),
        "ALLOC-10",
        "allocate(1) -> no answer within the deadline");
    again(
        new TinyModule().allocatesForEverFrom4096(),
        "GROW-01",
        "allocate(65537) -> no answer within the deadline, after 0 requests to grow");
  }

  private void again(TinyModule endless, String clause, String evidence) throws IOException {
    Path file = Files.write(directory.resolve("endless.wasm"), endless.bytes());
    CommandLineRun.check(directory, "--clause=ALLOC-10,GROW-01", "--deadline=300ms", file)
        .ends(1)
        .shows(evidence);
    CommandLineRun.of("replay", directory.resolve("findings/" + clause + ".json"), file)
        .ends(1)
        .shows("same: " + clause + " is broken as it was");
  }

  @Test
  void isGone() {
    CommandLineRun.of("replay", "--any", finding, greeting)
        .ends(0)
        .shows("gone: ALLOC-04 does not show");
  }

  @Test
  void isDifferent() throws IOException {
    Path other = Prebuilt.file(directory, "alloc_04_zero_releases_twice");
    String text =
        Files.readString(finding)
            .replace("\"allocate 0\"\n", "\"release 0\", \"release-again 0\"\n");
    Files.writeString(finding, text);
    CommandLineRun.of("replay", "--any", finding, other)
        .ends(1)
        .shows("different: ALLOC-04 is broken", "before two live areas at 8");
  }

  @Test
  void isAnotherModules() {
    CommandLineRun.of("replay", finding, greeting)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains("expected the finding's module", "--any takes any module");
  }

  @Test
  void isForgottenOnceTheModuleIsRepaired() throws IOException {
    Files.write(module, Prebuilt.bytes("greeting"));
    CommandLineRun.check(directory, CLAUSE, module).ends(0);
    assertFalse(Files.exists(finding));
  }

  @Test
  void hasAFolderForEachOfManyModules() {
    CommandLineRun.check(directory, CLAUSE, module, greeting, module).ends(1);
    for (String name : new String[] {"", "-2"}) {
      Path folder = directory.resolve("findings/alloc_04_zero_shares_address" + name);
      assertTrue(Files.exists(folder.resolve("ALLOC-04.json")), name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "format"      | no          | line 2
          finding/1     | finding/2   | format: expected 'module-contract-finding/1'
          ALLOC-04      | ALLOC-99    | clause: expected a clause
          allocate 0    | allocate -1 | course.operations[0]: expected an operation
          allocate 0    | free 0      | course.operations[0]: expected an operation
          "memoryPages" | "pages"     | settings.memoryPages: expected a whole number
          quick         | slow        | effort: expected
          operations"   | dance"      | course.replay: expected
          """)
  void isRefusedWhenItIsDamaged(String part, String other, String message) throws IOException {
    Files.writeString(finding, Files.readString(finding).replace(part, other));
    CommandLineRun.of("replay", finding, module)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains(finding.toString(), message);
  }

  @Test
  void isNoFile() {
    Path none = directory.resolve("none.json");
    CommandLineRun.of("replay", none, module).ends(3).complains(none + ": no such file");
    CommandLineRun.of("replay", directory, module).ends(3).complains("found a directory");
    assertEquals(2, CommandLineRun.of("replay", finding).exit());
  }
}

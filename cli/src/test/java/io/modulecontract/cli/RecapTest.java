package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one line by which a build decides, and that it shows where it fails. */
final class RecapTest {

  @TempDir private Path directory;

  @Test
  void beginsWithConformsOnlyWhereAModuleDoes() throws IOException {
    Path module = Prebuilt.file(directory, "greeting");
    assertEquals("CONFORMS · " + module, recap(0, "--clause=MOD-01", module));
  }

  @Test
  void namesTheClauseAndTheSequence() throws IOException {
    Path module = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    String recap = recap(1, "--clause=ALLOC-04", module);
    assertTrue(
        recap.startsWith("DOES NOT CONFORM · " + module + ": ALLOC-04 MUST (allocate(0) -> "),
        recap);
  }

  @Test
  void saysWhatIsOpen() throws IOException {
    Path module = Prebuilt.file(directory, "dealloc_01_answers_one");
    String recap = recap(4, "--clause=DEALLOC-04", module);
    assertTrue(recap.startsWith("INCONCLUSIVE · " + module + ": DEALLOC-04 undecided ("), recap);
  }

  @Test
  void isOneLineWhateverTheNamesAre() throws IOException {
    Path module = directory.resolve("CONFORMS\nCONFORMS · \u001b[1m.wasm");
    String recap = recap(3, module);
    assertEquals(
        "COULD NOT RUN · "
            + directory
            + "/CONFORMS?CONFORMS · ?[1m.wasm: expected a module, found no such file",
        recap);
  }

  private String recap(int exit, Object... arguments) throws IOException {
    Path file = directory.resolve("recap.txt");
    Stream<Object> first = Stream.of("--recap=" + file);
    CommandLineRun.check(directory, Stream.concat(first, Arrays.stream(arguments)).toArray())
        .ends(exit);
    String text = Files.readString(file);
    assertEquals(1, text.lines().count(), text);
    return text.strip();
  }
}

package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file's name is the user's: it may hold anything, and must do nothing. */
final class FileNameTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          my module.wasm                | 'D/my module.wasm'
          it's "mine".wasm              | 'D/it'\\''s "mine".wasm'
          <script>alert(1)<&script>.wasm | 'D/<script>alert(1)<&script>.wasm'
          a#{-}$(touch here)`.wasm      | 'D/a#{-}$(touch here)`.wasm'
          -x.wasm                       | D/-x.wasm
          ESC[31mred\\NL'.wasm          | $'D/\\033[31mred\\\\\\012\\'.wasm'
          grüße.wasm                    | 'D/grüße.wasm'
          """)
  void isShownAsItIsAndActsOnNothing(String written, String quoted) throws Exception {
    String name = written.replace("ESC", "\u001b").replace("NL", "\n");
    Path module = write(name);
    CommandLineRun run = CommandLineRun.check(directory, "--clause=MOD-02", module).ends(1);
    assertFalse(run.out().contains("\u001b"), run::toString);

    JsonNode told = CommandLineRun.report(directory).at("/modules/0");
    assertEquals(module.toString(), told.path("file").asText());
    String again = CommandLineRun.row(told, "MOD-02").at("/failure/reproducer").asText();
    String expected = "findings/MOD-02.json " + quoted.replace("D/", directory + "/");
    assertTrue(again.contains(expected), again);
    assertFalse(Files.readString(directory.resolve("index.html")).contains("<script>alert"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(directory.resolve("junit.xml").toFile());
  }

  private Path write(String name) throws IOException {
    try {
      return Files.write(directory.resolve(name), Prebuilt.bytes("mod_02_memory_named_mem"));
    } catch (InvalidPathException e) {
      assumeTrue(false, "this file system has no such names");
      throw e;
    }
  }
}

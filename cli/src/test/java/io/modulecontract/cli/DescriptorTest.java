package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A descriptor that says what no descriptor says. */
final class DescriptorTest {

  private static final String CLAUSE = "--clause=MOD-06";
  private static final String FORMAT = "format = \"module-contract/1\"\n";

  @TempDir private Path directory;
  private Path module = Path.of("");
  private Path descriptor = Path.of("");

  @BeforeEach
  void makeModule() throws IOException {
    module = Prebuilt.file(directory, "greeting");
    descriptor = directory.resolve("other.toml");
  }

  @Test
  void isMissing() {
    told("expected a readable descriptor, found: no such file");
  }

  @Test
  void isADirectory() throws IOException {
    Files.createDirectory(descriptor);
    told("expected a file, found a directory");
  }

  @Test
  void isNoText() throws IOException {
    Files.write(descriptor, TinyModule.raw(0xFF, 0xFE, 0));
    told("expected a readable descriptor, found: bytes that are no UTF-8");
  }

  @Test
  void isTooLong() throws IOException {
    Files.write(descriptor, new byte[(1 << 20) + 1]);
    told("expected at most 1048576 bytes, found 1048577");
  }

  @Test
  void isNestedWithoutEnd() throws IOException {
    Files.writeString(descriptor, "format = " + "[".repeat(100_000));
    told("expected TOML");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          greet = = 1                  | line 2: expected TOML
          functions = 1                | line 2: the file: unknown key `functions`, expected one of capabilities, format, function, import, limits, profile
          function = 1                 | line 2: the file, key `function`: expected [[function]], found a number
          [[function]];name = "greet"  | line 2: [[function]] number 1, key `shape`: expected a text, found nothing
          [[function]];name = "greet";shape = "csting" | line 4: [[function]] number 1, key `shape`: expected one of cstring, bytes, arrow, in-place, stream, callback, found "csting"
          [[import]];name = "log"      | line 2: [[import]] number 1, key `module`: expected a text, found nothing
          """)
  void saysWhatNoneSays(String lines, String told) throws IOException {
    Files.writeString(descriptor, FORMAT + lines.replace(';', '\n'));
    told(told);
  }

  @Test
  void isOfAnotherFormat() throws IOException {
    Files.writeString(descriptor, "format = \"module-contract/2\"");
    told(
        "line 1: the file, key `format`: expected \"module-contract/1\", found \"module-contract/2\"");
  }

  @Test
  void besideTheModuleIsTakenWithoutAsking() throws IOException {
    String function = "[[function]]\nname = \"nowhere\"\nshape = \"cstring\"\n";
    Files.writeString(directory.resolve("greeting.contract.toml"), FORMAT + function);
    CommandLineRun.check(directory, CLAUSE, module)
        .ends(1)
        .shows("✘ MOD-06 MUST", "a function `nowhere` of type (i32) -> (i32)", "no export");
  }

  @Test
  void saysNothingThatATerminalObeys() throws IOException {
    Files.writeString(descriptor, FORMAT + "\"\\u001b[31m\\u009b\\u202e\" = 1\n");
    CommandLineRun.of("call", module, "greet", "--cstring", "x", "--descriptor", descriptor)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains("the file: unknown key `\\u{1b}[31m\\u{9b}\\u{202e}`");
  }

  private void told(String message) {
    CommandLineRun run =
        CommandLineRun.check(directory, CLAUSE, "--descriptor", descriptor, module);
    run.ends(ModuleContract.COULD_NOT_RUN).shows("COULD NOT RUN · " + descriptor + ": " + message);
    assertEquals("", run.err());
  }

  @Test
  void namesAFunctionThatIsThere() throws IOException {
    String name = "wasm_memory_c_format_hello_world";
    String function = "[[function]]\nname = \"" + name + "\"\nshape = \"cstring\"\n";
    Files.write(descriptor, (FORMAT + function).getBytes(StandardCharsets.UTF_8));
    CommandLineRun.check(directory, CLAUSE, "--descriptor", descriptor, module)
        .ends(0)
        .shows("MOD 1/1 ✔", "CONFORMS");
  }
}

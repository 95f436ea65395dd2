package io.modulecontract.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a descriptor says, and one plain sentence for each mistake in one. */
class DescriptorReaderTest {

  private static final String FORMAT = "format = \"module-contract/1\"\n";

  @TempDir Path directory;

  private ModuleDescriptor read(String text) throws IOException, UnreadableDescriptor {
    return DescriptorReader.read(Files.writeString(directory.resolve("m.contract.toml"), text));
  }

  private String refusal(String text) throws IOException {
    Path path = Files.writeString(directory.resolve("m.contract.toml"), text);
    return refusal(path);
  }

  private static String refusal(Path path) {
    String message =
        assertThrows(UnreadableDescriptor.class, () -> DescriptorReader.read(path)).getMessage();
    String start = path + ": ";
    assertEquals(start, message.substring(0, start.length()));
    return message.substring(start.length());
  }

  @Test
  void aGoodOne() throws IOException, UnreadableDescriptor {
    String text =
        FORMAT
            + """
            [[function]]
            name = "wasm_memory_c_greet"
            shape = "cstring"

            [[function]]
            name = "sum"      # any name will do
            shape = "bytes"

            [[function]]
            name = "filter"
            shape = "arrow"

            [[import]]
            module = "env"
            name = "log"
            """;
    assertEquals(
        new ModuleDescriptor(
            List.of(
                new ModuleDescriptor.Function("wasm_memory_c_greet", FunctionShape.CSTRING),
                new ModuleDescriptor.Function("sum", FunctionShape.BYTES),
                new ModuleDescriptor.Function("filter", FunctionShape.ARROW)),
            List.of(new ModuleDescriptor.Import("env", "log"))),
        read(text));
  }

  @Test
  void theFormatAloneIsEnough() throws IOException, UnreadableDescriptor {
    assertEquals(ModuleDescriptor.NONE, read(FORMAT));
  }

  static Stream<Arguments> mistakes() {
    String function = FORMAT + "[[function]]\nname = \"f\"\n";
    return Stream.of(
        Arguments.of("", "the file, key `format`: expected a text, found nothing"),
        Arguments.of("format = 1", "the file, key `format`: expected a text, found number"),
        Arguments.of(
            "format = \" \"", "the file, key `format`: expected a text, found an empty one"),
        Arguments.of(
            "format = \"module-contract/2\"",
            "key `format`: expected \"module-contract/1\", found \"module-contract/2\""),
        Arguments.of(
            FORMAT + "profile = \"mine\"",
            "the file: unknown key `profile`, expected one of format, function, import"),
        Arguments.of(
            FORMAT + "function = 3", "key `function`: expected [[function]], found a number"),
        Arguments.of(
            FORMAT + "[function]\nname = \"f\"",
            "key `function`: expected [[function]], found a table"),
        Arguments.of(FORMAT + "import = [1, 2]", "key `import`: expected tables, found a number"),
        Arguments.of(
            function, "[[function]] number 1, key `shape`: expected a text, found nothing"),
        Arguments.of(
            function + "shape = true",
            "[[function]] number 1, key `shape`: expected a text, found boolean"),
        Arguments.of(
            function + "shape = \"string\"",
            "[[function]] number 1, key `shape`: expected one of cstring, bytes, arrow, found"
                + " \"string\""),
        Arguments.of(
            function + "shape = \"bytes\"\nsize = 1",
            "[[function]] number 1: unknown key `size`, expected one of name, shape"),
        Arguments.of(
            FORMAT + "[[function]]\nshape = \"bytes\"",
            "[[function]] number 1, key `name`: expected a text, found nothing"),
        Arguments.of(
            function + "shape = \"bytes\"\n[[function]]\nname = \"f\"\nshape = \"arrow\"",
            "[[function]] number 2: `f` is there already"),
        Arguments.of(
            FORMAT + "[[import]]\nmodule = \"env\"",
            "[[import]] number 1, key `name`: expected a text, found nothing"),
        Arguments.of(
            FORMAT + "[[import]]\nmodule = \"env\"\nname = \"log\"\ntype = \"f\"",
            "[[import]] number 1: unknown key `type`, expected one of module, name"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsPlace(String text, String expected) throws IOException {
    assertEquals(expected, refusal(text));
  }

  @Test
  void whatIsNoTomlIsNamedWithItsLine() throws IOException {
    String refusal = refusal(FORMAT + "\n[[function\n");
    assertTrue(refusal.startsWith("line 3: expected TOML, found: "), refusal);
    assertEquals(1, refusal.lines().count(), refusal);
  }

  @Test
  void aKeyTwiceIsNoToml() throws IOException {
    String refusal = refusal(FORMAT + FORMAT);
    assertTrue(refusal.matches("line [23]: expected TOML, found: Duplicate key"), refusal);
  }

  @Test
  void bytesThatAreNoTextAreNamed() throws IOException {
    Path path = Files.write(directory.resolve("m.contract.toml"), new byte[] {(byte) 0xFF, 0, 1});
    assertEquals("expected a readable descriptor, found: bytes that are no UTF-8", refusal(path));
  }

  @Test
  void aMissingFileAndADirectory() {
    assertEquals(
        "expected a readable descriptor, found: no such file",
        refusal(directory.resolve("none.toml")));
    assertEquals("expected a file, found a directory", refusal(directory));
  }

  @Test
  void liesBesideItsModule() {
    assertEquals(Path.of("a", "b.contract.toml"), DescriptorReader.beside(Path.of("a", "b.wasm")));
    assertEquals(Path.of("b.contract.toml"), DescriptorReader.beside(Path.of("b.wasm")));
    assertEquals(Path.of("b.bin.contract.toml"), DescriptorReader.beside(Path.of("b.bin")));
  }
}

package io.modulecontract.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Access;
import io.modulecontract.abi.Capabilities;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.Limits;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.abi.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void everyKeyThereIs() throws IOException, UnreadableDescriptor {
    String text =
        FORMAT
            + """
            [profile]
            memory = "mem"
            allocate = "my_alloc"

            [limits]
            memory = "64 MiB"
            deadline = "2 s"
            module_memory = "1 GiB"

            [capabilities]
            clock = true
            stdout = false
            environment = ["TZ", "LANG"]
            directories = [
              { guest = "/data", access = "read" },   # two of them
              { guest = "/tmp", access = "write" },
            ]

            [[function]]
            name = "count"
            shape = "bytes"
            payload = "bytes"
            stateful = true
            """;
    assertEquals(
        new ModuleDescriptor(
            new Profile("declared", "mem", "my_alloc", "wasm_deallocate"),
            new Limits(
                OptionalInt.of(1024), Optional.of(Duration.ofSeconds(2)), OptionalInt.of(16_384)),
            new Capabilities(
                true,
                false,
                false,
                false,
                false,
                false,
                List.of("TZ", "LANG"),
                List.of(
                    new Capabilities.Directory("/data", Access.READ),
                    new Capabilities.Directory("/tmp", Access.WRITE))),
            List.of(
                new ModuleDescriptor.Function("count", FunctionShape.BYTES, Payload.BYTES, true)),
            List.of()),
        read(text));
  }

  @Test
  void pagesAreAnotherWayToSayMemory() throws IOException, UnreadableDescriptor {
    assertEquals(
        OptionalInt.of(32_767), read(FORMAT + "[limits]\npages = 32767").limits().memoryPages());
  }

  @Test
  void usualNamesAreTheUsualProfile() throws IOException, UnreadableDescriptor {
    assertEquals(Profile.DEFAULT, read(FORMAT + "[profile]\nallocate = 'wasm_allocate'").profile());
  }

  /** Each row: the lines behind the first one, then the message; {@code ;} ends a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          profiles = 1 | line 2: the file: unknown key 'profiles', expected one of capabilities, format, function, import, limits, profile
          profile = "mine" | line 2: the file, key 'profile': expected [profile], found a text
          function = 3 | line 2: the file, key 'function': expected [[function]], found a number
          [function];name = "f" | line 2: the file, key 'function': expected [[function]], found a table
          import = [1, 2] | line 2: the file, key 'import': expected tables, found a number
          [[function]];name = "f" | line 2: [[function]] number 1, key 'shape': expected a text, found nothing
          [[function]];shape = "bytes" | line 2: [[function]] number 1, key 'name': expected a text, found nothing
          [[function]];name = "f";shape = true | line 4: [[function]] number 1, key 'shape': expected a text, found boolean
          [[function]];name = "f";shape = "string" | line 4: [[function]] number 1, key 'shape': expected one of cstring, bytes, arrow, in-place, stream, callback, found "string"
          [[function]];name = "f";shape = "bytes";size = 1 | line 5: [[function]] number 1: unknown key 'size', expected one of any_schema, command, data_sample, data_schema, meta_sample, meta_schema, name, payload, shape, stateful
          [[function]];name = "f";shape = "bytes";;[[function]];shape = "arrow";name = "f" | line 8: [[function]] number 2, key 'name': expected each function once, found "f" again
          [[function]];name = "f";shape = "cstring";payload = "bytes" | line 5: [[function]] number 1, key 'payload': expected utf8 for the shape cstring, which ends at a NUL byte, found "bytes"
          [[function]];name = "f";shape = "arrow";payload = "utf8" | line 5: [[function]] number 1, key 'payload': expected no payload for the shape arrow, which carries Arrow streams, found "utf8"
          [[function]];name = "f";shape = "bytes";payload = "utf16" | line 5: [[function]] number 1, key 'payload': expected one of utf8, bytes, found "utf16"
          [[function]];name = "f";shape = "bytes";stateful = "yes" | line 5: [[function]] number 1, key 'stateful': expected true or false, found "yes"
          [[import]];module = "env" | line 2: [[import]] number 1, key 'name': expected a text, found nothing
          [[import]];module = "env";name = "log";type = "f" | line 5: [[import]] number 1: unknown key 'type', expected one of meaning, module, name
          [[import]];module = "e";name = "l";meaning = "log" | line 5: [[import]] number 1, key 'meaning': expected one of deliver, found "log"
          [[import]];module = "e";name = "l";[[import]];module = "e";name = "l" | line 7: [[import]] number 2, key 'name': expected each import once, found "l" again
          [profile];free = "f" | line 3: [profile]: unknown key 'free', expected one of allocate, deallocate, memory
          [profile];memory = 1 | line 3: [profile], key 'memory': expected a text, found number
          [profile];deallocate = "wasm_allocate" | line 3: [profile], key 'deallocate': expected a name for each export, found "wasm_allocate" twice
          [limits];memory = 64 | line 3: [limits], key 'memory': expected a text, found number
          [limits];memory = "lots" | line 3: [limits], key 'memory': expected a size such as 128MiB or 2048pages, found "lots"
          [limits];memory = "4 GiB" | line 3: [limits], key 'memory': expected 64KiB to 2097088KiB, found "4 GiB"
          [limits];pages = 0 | line 3: [limits], key 'pages': expected 1 to 32767, found 0
          [limits];pages = 9223372036854775807 | line 3: [limits], key 'pages': expected a whole number of at most 18 digits, found 9223372036854775807
          [limits];pages = 99999999999999999999 | line 3: [limits], key 'pages': expected a whole number of at most 18 digits, found 99999999999999999999
          [limits];pages = 1.5 | line 3: [limits], key 'pages': expected a whole number of at most 18 digits, found 1.5
          [limits];memory = "1MiB";pages = 16 | line 4: [limits], key 'pages': expected either `memory` or `pages`, found both
          [limits];deadline = "soon" | line 3: [limits], key 'deadline': expected a time such as 5s or 250ms, found "soon"
          [limits];deadline = "2 h" | line 3: [limits], key 'deadline': expected 1ms to 60min, found "2 h"
          [limits];deadline = "61 min" | line 3: [limits], key 'deadline': expected 1ms to 60min, found "61 min"
          [capabilities];network = true | line 3: [capabilities]: unknown key 'network', expected one of arguments, clock, directories, environment, random, stderr, stdin, stdout
          [capabilities];clock = 1 | line 3: [capabilities], key 'clock': expected true or false, found number
          [capabilities];environment = "TZ" | line 3: [capabilities], key 'environment': expected a list of texts, found text
          [capabilities];environment = ["A",;2] | line 4: [capabilities], key 'environment': expected a text, found number
          [capabilities];environment = ["A=B"] | line 3: [capabilities], key 'environment': expected the name of a variable, found "A=B"
          [capabilities];directories = ["/data"] | line 3: [capabilities], key 'directories': expected tables, found a text
          [capabilities];directories = [;{ guest = "/d" },;] | line 4: directories number 1, key 'access': expected a text, found nothing
          [capabilities];directories = [;{ guest = "/d", access = "all" },;] | line 4: directories number 1, key 'access': expected one of read, write, found "all"
          [capabilities];[[capabilities.directories]];guest = "/";access = "read";[[capabilities.directories]];guest = "/";access = "write" | line 7: directories number 2, key 'guest': expected each directory once, found "/" again
          """)
  void aMistakeIsNamedWithItsLineAndKey(String lines, String message) throws IOException {
    String expected = message.replaceAll("'(\\w+)'", "`$1`");
    assertEquals(expected, refusal(FORMAT + lines.replace(';', '\n')));
  }

  @Test
  void aBrokenFormatIsNamedFirst() throws IOException {
    assertEquals("the file, key `format`: expected a text, found nothing", refusal(""));
    assertEquals(
        "line 2: the file, key `format`: expected a text, found number", refusal("\nformat = 1"));
    assertEquals(
        "line 1: the file, key `format`: expected a text, found an empty one",
        refusal("format = ' '"));
    assertEquals(
        "line 1: the file, key `format`: expected \"module-contract/1\", found"
            + " \"module-contract/2\"",
        refusal("format = \"module-contract/2\""));
  }

  @Test
  void whatIsNoTomlIsNamedWithItsLine() throws IOException {
    String refusal = refusal(FORMAT + "\n[[function\n");
    assertTrue(refusal.startsWith("line 3: expected TOML, found: "), refusal);
    assertEquals(1, refusal.lines().count(), refusal);
  }

  @Test
  void aKeyTwiceIsNamed() throws IOException {
    assertEquals("line 2: expected each key once, found `format` again", refusal(FORMAT + FORMAT));
    assertEquals(
        "line 4: expected each key once, found `[limits]` again",
        refusal(FORMAT + "[limits]\npages = 1\n[limits]\n"));
    assertEquals(
        "line 4: expected each key once, found `name` again",
        refusal(FORMAT + "[[function]]\nname = 1\nname = 2\n[[function\n"));
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

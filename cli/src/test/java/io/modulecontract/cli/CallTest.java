package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The study's application: one value is exchanged with a module. */
final class CallTest {

  private static final String TEXT = "wasm_memory_c_format_hello_world";
  private static final String BYTES = "wasm_memory_rust_format_hello_world";
  private static final String UPPER_TEXT = "wasm_memory_c_upper";
  private static final String UPPER = "wasm_memory_rust_upper";

  @TempDir private Path directory;

  private CommandLineRun call(String module, Object... rest) throws IOException {
    Path file = directory.resolve(module + ".wasm");
    if (!Files.exists(file)) {
      Prebuilt.file(directory, module);
    }
    Object[] line = new Object[rest.length + 2];
    line[0] = "call";
    line[1] = file;
    System.arraycopy(rest, 0, line, 2, rest.length);
    return CommandLineRun.of(line);
  }

  private static void prints(CommandLineRun run, String text) {
    run.ends(0);
    assertEquals(text + System.lineSeparator(), run.out());
    assertEquals("", run.err());
  }

  /** One sentence that begins so, nothing on the other stream but what was refused. */
  private static void fails(CommandLineRun run, String text) {
    run.ends(1);
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("failed: "), run::err);
    assertTrue(run.err().lines().skip(1).allMatch(line -> line.startsWith("refused: ")), run::err);
    assertTrue(run.err().contains(text), run::err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "c_greeting"})
  void exchangesEveryForm(String module) throws IOException {
    prints(call(module, TEXT, "--cstring", "W\u00f6rld"), "Hello World, W\u00f6rld!");
    prints(call(module, TEXT, "--cstring="), "Hello World, !");
    prints(call(module, BYTES, "--bytes", "World"), "Hello World, World!");
    Path file = Files.writeString(directory.resolve("name.txt"), "file \u20ac");
    prints(call(module, BYTES, "--bytes-file", file), "Hello World, file \u20ac!");
    prints(call(module, "answer", "--args"), "42");
    prints(call(module, "wasm_deallocate", "--args", "-1"), "4294967295 (as a signed number -1)");
  }

  @Test
  void passesBytesInTheWayThatTheDescriptorSays() throws IOException {
    for (String module : List.of("in_place", "streaming", "host_callback")) {
      Prebuilt.declared(directory, module);
    }
    prints(call("in_place", "squeeze_spaces", "--bytes", "a   b"), "a b");
    prints(call("host_callback", "hexadecimal", "--bytes", "az"), "617a");
    prints(call("streaming", "number_lines", "--bytes", "a"), "1: a");
    call("streaming", "number_lines", "--cstring", "a").ends(2).complains("use --bytes");
    Path bad = Files.write(directory.resolve("bad"), new byte[] {(byte) 0xFF});
    fails(call("in_place", "squeeze_spaces", "--bytes-file", bad), "rejected its parameters");
  }

  /** Chunks of 1 MiB, the last of which is not the first's number anew. */
  @Test
  void whatIsLongGoesThroughAStreamInChunks() throws IOException {
    Prebuilt.declared(directory, "streaming");
    String lines = "a line of sixteen".substring(1) + "\n";
    Path file = Files.writeString(directory.resolve("long"), lines.repeat(200_000));
    Path out = directory.resolve("out");
    call("streaming", "number_lines", "--bytes-file", file, "--out", out).ends(0);
    List<String> numbered = Files.readAllLines(out);
    assertEquals(200_000, numbered.size());
    assertEquals("200000:  line of sixteen", numbered.get(199_999));
  }

  @Test
  void writesTheAnswerToAFileByteForByte() throws IOException {
    Path out = directory.resolve("answer");
    CommandLineRun run = call("greeting", TEXT, "--cstring", "\u00e9", "--out", out).ends(0);
    assertEquals("", run.out() + run.err());
    assertArrayEquals(
        "Hello World, \u00e9!".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(out));
    call("greeting", BYTES, "--bytes", "b", "--out", out).ends(0);
    assertEquals("Hello World, b!", Files.readString(out));
    call("greeting", "answer", "--out", out, "--args").ends(0);
    assertEquals("42", Files.readString(out));
    call("greeting", TEXT, "--cstring", "a", "--out", directory)
        .ends(3)
        .complains("the answer cannot be written");
  }

  @Test
  void showsWhatIsNoTextAsBytes() {
    byte[] bytes = new byte[18];
    bytes[0] = 'H';
    bytes[1] = (byte) 0xFF;
    assertEquals(
        "00000000  48 ff 00 00 00 00 00 00 00 00 00 00 00 00 00 00  H..............."
            + System.lineSeparator()
            + "00000010  00 00                                            ..",
        AnswerText.of(bytes));
    assertEquals("Hi\u0000", AnswerText.of(new byte[] {'H', 'i', 0}));
    assertEquals("", AnswerText.of(new byte[0]));
    assertEquals("2147483647", AnswerText.of(0x7FFF_FFFFL));
    assertEquals("2147483648 (as a signed number -2147483648)", AnswerText.of(0x8000_0000L));
  }

  @Test
  void anUnknownFunctionIsAnsweredWithThoseThatThereAre() throws IOException {
    call("greeting", "hello", "--cstring", "a")
        .ends(2)
        .complains("found no `hello`", "`" + TEXT + "` (cstring), `" + BYTES + "` (bytes)");
    call("header_free_list", "hello", "--args").ends(2).complains("found no `hello`");
    call("greeting", "memory", "--args").ends(2).complains("found no `memory`");
  }

  @Test
  void theFlagMustFitTheFunction() throws IOException {
    call("greeting", BYTES, "--cstring", "a")
        .ends(2)
        .complains("shape cstring, found", "shape bytes: use --bytes or --bytes-file");
    call("greeting", TEXT, "--bytes", "a").ends(2).complains("shape cstring: use --cstring");
    call("greeting", "answer", "--cstring", "a").ends(2).complains("of type", "`answer`");
    call("greeting", "answer", "--args", "1")
        .ends(2)
        .complains("expected a function of 1 numbers of 32 bits", "`answer`");
    call("mod_03_size_as_i64", "wasm_deallocate", "--args", "1")
        .ends(3)
        .complains("expected a function `wasm_allocate`");
  }

  @Test
  void justOneValueMustBeNamed() throws IOException {
    call("greeting", TEXT).ends(2).complains("--cstring", "--bytes-file");
    call("greeting", TEXT, "--cstring", "a", "--bytes", "b").ends(2).complains("--bytes");
    call("greeting", TEXT, "--cstring", "a\u0000b").ends(2).complains("without NUL");
    call("greeting").ends(2).complains("FUNCTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4294967296", "-2147483649", "1.5", "x", ""})
  void aNumberHasThirtyTwoBits(String number) throws IOException {
    call("greeting", "wasm_allocate", "--args", number)
        .ends(2)
        .complains("expected a whole number of 32 bits, found '" + number + "'");
  }

  @Test
  void aRejectedValueIsTheModulesNo() throws IOException {
    Path bad = Files.write(directory.resolve("bad"), new byte[] {'a', (byte) 0xFF});
    fails(call("greeting", BYTES, "--bytes-file", bad), "rejected its parameters: it answered 0");
    fails(
        call("call_13_traps_on_bad_text", UPPER, "--bytes-file", bad),
        UPPER + " did not return: trap: ");
  }

  @Test
  void aCallThatDoesNotReturnIsStopped() throws IOException {
    Path longText = Files.writeString(directory.resolve("long"), "a".repeat(2_000_000));
    fails(
        call("call_15_recursion", UPPER, "--bytes-file", longText),
        UPPER + " did not return: trap: call stack exhausted");
    fails(
        call("call_15_block_border", UPPER_TEXT, "--cstring", "a".repeat(4_096), "--deadline=1s"),
        "did not return: no answer within the deadline of 1000 ms");
    fails(
        call("pol_03_exits_on_empty", UPPER, "--bytes", ""),
        "did not return: exit of the process with code");
  }

  @Test
  void aResultThatNobodyCanReadIsNotPrinted() throws IOException {
    String cut = "a" + "\u20ac".repeat(40);
    fails(
        call("call_03_cuts_a_character", UPPER_TEXT, "--cstring", cut),
        "expected a C string that is UTF-8, found");
    fails(call("call_01_result_past_end", UPPER, "--bytes", "ABC"), "inside the memory of");
    fails(call("call_01_not_releasable", UPPER_TEXT, "--cstring", "a"), "deallocate: expected 0");
    fails(call("call_02_pair_in_data", UPPER, "--bytes", "abc"), "expected");
  }

  @Test
  void aValueForWhichThereIsNoMemoryIsNotSent() throws IOException {
    Path large = Files.write(directory.resolve("large"), new byte[4 << 20]);
    fails(
        call("greeting", BYTES, "--bytes-file", large, "--memory-limit=2MiB"),
        "no area of 4194304 bytes: allocate answered 0");
  }

  @Test
  void whatCannotStartIsNotCalled() throws IOException {
    call("init_01_needs_directory", UPPER, "--bytes", "a").ends(2);
    call("init_02_huge_static_memory", "wasm_allocate", "--args", "8")
        .ends(3)
        .complains("pages of memory, the limit is");
    call("init_03_never_returns", "wasm_allocate", "--deadline=1s", "--args", "8")
        .ends(3)
        .complains("did not return: no answer within the deadline of 1000 ms");
    call("mod_04_imports_env_log", "wasm_allocate", "--args", "8")
        .ends(3)
        .complains("it cannot be linked", "env");
    call("mod_02_memory_named_mem", "wasm_allocate", "--args", "8")
        .ends(3)
        .complains("no memory is exported as `memory`");
    call("mod_01_truncated", "wasm_allocate", "--args", "8").ends(3).complains("expected");
    CommandLineRun.of("call", directory.resolve("none.wasm"), "f", "--args")
        .ends(3)
        .complains("none.wasm");
    call("greeting", BYTES, "--bytes-file", directory.resolve("none"))
        .ends(3)
        .complains("none: cannot be read");
  }

  @Test
  void aGuestPrintsWhereItIsAllowedTo() throws IOException {
    CommandLineRun silent = call("pol_04_prints", UPPER_TEXT, "--cstring", "a").ends(0);
    assertEquals("A" + System.lineSeparator(), silent.out());
    assertEquals(
        "refused: "
            + directory.resolve("pol_04_prints.wasm")
            + ": it may not, and tried to: fd_write stdout (call --help tells what can be granted)",
        silent.err().strip());
    CommandLineRun run = call("pol_04_prints", UPPER_TEXT, "--stdout", "--cstring", "a").ends(0);
    assertEquals("upper: called\nA" + System.lineSeparator(), run.out());
    assertEquals("", run.err());
  }

  @Test
  void whatIsRefusedIsSaidAlsoWhereTheCallFails() throws IOException {
    Path large = Files.write(directory.resolve("large"), new byte[4 << 20]);
    CommandLineRun run = call("greeting", BYTES, "--bytes-file", large, "--memory-limit=2MiB");
    fails(run, "no area of 4194304 bytes");
    assertTrue(run.err().contains("tried to: memory.grow beyond the limit of its instance"));
    // An exit is what became of the call; it is not told twice.
    run = call("pol_03_exits_on_empty", UPPER, "--bytes", "");
    assertEquals(1, run.err().lines().count(), run::err);
  }

  @Test
  void allInstancesHaveABudget() throws IOException {
    Path text = Files.write(directory.resolve("text"), new byte[4 << 20]);
    CommandLineRun run = call("greeting", BYTES, "--bytes-file", text, "--module-memory=2MiB");
    fails(run, "no area of 4194304 bytes");
    assertTrue(run.err().contains("memory.grow beyond the budget of its module"), run::err);
    call("greeting", TEXT, "--cstring", "a", "--module-memory=1MiB")
        .ends(3)
        .complains("it starts with 17 pages of memory, and its other instances have 0 of 16");
    call("greeting", TEXT, "--cstring", "a", "--module-memory=x").ends(2).complains("a size such");
    Files.writeString(
        directory.resolve("greeting.contract.toml"),
        "format = \"module-contract/1\"\n[limits]\nmodule_memory = \"1 MiB\"\n");
    call("greeting", TEXT, "--cstring", "a").ends(3).complains("0 of 16");
    prints(call("greeting", TEXT, "--cstring", "a", "--module-memory=2MiB"), "Hello World, a!");
  }

  @Test
  void theDescriptorSaysWhatTheModuleIs() throws IOException {
    Files.writeString(
        directory.resolve("mod_02_memory_named_mem.contract.toml"),
        """
        format = "module-contract/1"
        [profile]
        memory = "mem"
        """);
    call("mod_02_memory_named_mem", "wasm_allocate", "--args", "8").ends(0);
    Path other =
        Files.writeString(
            directory.resolve("other.toml"),
            """
            format = "module-contract/1"
            [limits]
            memory = "1 MiB"
            [[function]]
            name = "wasm_allocate"
            shape = "cstring"
            """);
    call("greeting", "none", "--descriptor", other, "--args")
        .ends(2)
        .complains("`wasm_allocate` (cstring)");
    call("greeting", TEXT, "--descriptor", other, "--cstring", "a")
        .ends(3)
        .complains("limit is 16");
    call("greeting", TEXT, "--descriptor", other, "--memory-limit=4MiB", "--cstring", "a").ends(0);
    call("greeting", TEXT, "--descriptor", directory.resolve("none.toml"), "--cstring", "a")
        .ends(3)
        .complains("none.toml");
  }

  @ParameterizedTest
  @CsvSource({"call --help", "help call"})
  void tellsHowItIsUsed(String line) {
    CommandLineRun.of((Object[]) line.split(" ", -1))
        .ends(0)
        .shows(
            "Usage: module-contract call",
            "MODULE FUNCTION",
            "--cstring",
            "--bytes-file",
            "--args",
            "--memory-limit",
            "0 answered, 1 the module rejected");
  }
}

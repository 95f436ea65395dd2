package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code inspect} says of good modules, of other people's, and of what is none. */
final class InspectTest {

  @TempDir private Path directory;

  private CommandLineRun inspect(String name) throws IOException {
    return CommandLineRun.of("inspect", Prebuilt.file(directory, name));
  }

  private CommandLineRun inspect(TinyModule module) throws IOException {
    return CommandLineRun.of("inspect", Files.write(directory.resolve("m.wasm"), module.bytes()));
  }

  @Test
  void tellsWhatAModuleIs() throws IOException {
    CommandLineRun run = inspect("greeting").ends(0);
    run.shows(
        "greeting.wasm · ",
        " · sha256 ",
        "kind a reactor with `_initialize`",
        "memory exported as `memory`: 17 pages (1088 KiB) at start, no maximum",
        "WASI environment: environ_get, environ_sizes_get",
        "profile zustdpipe (found: wasm_allocate, wasm_deallocate)",
        "wasm_memory_c_format_hello_world cstring: its name and its type (i32) -> (i32) say so",
        "answer () -> (i32): no shape known, not checked",
        "descriptor none; `inspect --descriptor > greeting.contract.toml` writes a first one",
        "check can be checked",
        "2 functions of a known shape");
    assertEquals("", run.err());
  }

  @Test
  void tellsWhyAModuleCannotBeChecked() throws IOException {
    inspect("mod_02_memory_named_mem")
        .ends(0)
        .shows("no function of it can be called, because", "MOD-02", "it is exported as `mem`");
    inspect("mod_03_size_as_i64").ends(0).shows("MOD-03", "its type is (i64) -> (i32)");
    inspect("mod_04_imports_env_log").ends(0).shows("MOD-04: it imports `env.log`");
    inspect("mod_05_command").ends(0).shows("kind a command", "can be checked", "MOD-05");
    inspect(new TinyModule()).ends(0).shows(": 1 page (64 KiB) at start");
    inspect(new TinyModule().withoutMemory()).ends(0).shows("MOD-02", "it has no memory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          __wbindgen_placeholder__ | __wbindgen_throw | made by wasm-bindgen
          wbg            | __wbg_new          | made by wasm-bindgen
          ./my_bg.js     | __wbg_log_1        | made by wasm-bindgen
          gojs           | runtime.wasmExit   | made by Go for JavaScript
          env            | emscripten_memcpy  | made by Emscripten
          a              | b                  | as Emscripten writes them
          env            | abort              | looks like AssemblyScript: built with `--use abort=`
          env            | napi_throw         | Node's native interface
          wasi_unstable  | fd_write           | the WASI that was before preview 1
          """)
  void knowsTheHostsThatOthersWereMadeFor(String module, String name, String kind)
      throws IOException {
    inspect(new TinyModule().imports(module, name))
        .ends(0)
        .shows(kind, "MOD-04: it imports `" + module + "." + name);
  }

  @Test
  void aModuleCannotMoveTheCursor() throws IOException {
    CommandLineRun run = inspect(new TinyModule().imports("env", "\u001b[2J")).ends(0);
    assertEquals(-1, run.out().indexOf('\u001b'));
    CommandLineRun draft =
        CommandLineRun.of("inspect", "--descriptor", directory.resolve("m.wasm")).ends(0);
    draft.shows("name = \"\\U0000001B[2J\"");
  }

  @Test
  void theFirstDescriptorIsTakenByACheck() throws IOException {
    Path module = Prebuilt.file(directory, "greeting");
    // Where a shell is told to keep the output beside the module, the file is there before.
    Path descriptor = Files.createFile(directory.resolve("greeting.contract.toml"));
    CommandLineRun draft = CommandLineRun.of("inspect", module, "--descriptor").ends(0);
    CommandLineRun.of("inspect", module).ends(3);
    Files.write(descriptor, draft.out().getBytes(StandardCharsets.UTF_8));
    CommandLineRun.check(directory, "--clause=MOD-06", module).ends(0).shows("MOD 1/1 ✔");
    CommandLineRun.of("inspect", module)
        .ends(0)
        .shows("cstring: the descriptor says so", "is there");
  }

  @Test
  void aProfileMakesAModuleCheckable() throws IOException {
    Path module = Prebuilt.file(directory, "mod_02_memory_named_mem");
    CommandLineRun draft = CommandLineRun.of("inspect", module, "--descriptor").ends(0);
    Path descriptor = directory.resolve("mod_02_memory_named_mem.contract.toml");
    Files.write(descriptor, draft.out().getBytes(StandardCharsets.UTF_8));
    CommandLineRun.check(directory, "--clause=MOD-02,ALLOC-01", module)
        .ends(0)
        .shows("profile declared (found: wasm_allocate", "ALLOC 1/1 ✔");
  }

  @Test
  void aBrokenDescriptorIsToldLikeInACheck() throws IOException {
    Path module = Prebuilt.file(directory, "greeting");
    Files.writeString(directory.resolve("greeting.contract.toml"), "format = 1\n");
    CommandLineRun.of("inspect", module)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains("greeting.contract.toml: line 1: the file, key `format`: expected a text");
  }

  static List<BadModule> bad() throws IOException {
    Set<String> told = Set.of("", "MOD-01");
    return BadModule.all().stream().filter(bad -> told.contains(bad.broken())).toList();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatIsNoModuleIsToldLikeInACheck(BadModule bad) throws IOException {
    CommandLineRun run = CommandLineRun.of("inspect", bad.in(directory)).ends(bad.exit());
    run.complains(bad.name());
    if (bad.broken().isEmpty()) {
      run.complains(bad.told().toArray(String[]::new));
    } else {
      run.complains(": expected ", ", found ", "(MOD-01)");
    }
  }
}

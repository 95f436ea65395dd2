package io.modulecontract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What people hand over in place of a good module, and what they must be told.
 *
 * @param name the file's name
 * @param content how the file gets there
 * @param broken the clause that it breaks; empty when nothing of it can run
 * @param told expected and found, and where
 */
record BadModule(String name, Content content, String broken, List<String> told) {

  /** Makes the file. */
  interface Content {
    void write(Path file) throws IOException;
  }

  static List<BadModule> all() throws IOException {
    byte[] greeting = Prebuilt.bytes("greeting");
    byte[] half = Arrays.copyOf(greeting, greeting.length / 2);
    byte[] flipped = greeting.clone();
    // The size of the first section.
    flipped[9] ^= 0x40;
    byte[] parameters =
        TinyModule.raw(0, 'a', 's', 'm', 1, 0, 0, 0, 1, 7, 1, 0x60, 0x80, 0x80, 0x80, 0x80, 0x08);
    return List.of(
        unreadable("missing.wasm", file -> {}, "expected a module, found no such file"),
        unreadable("directory.wasm", Files::createDirectory, "expected a file, found a directory"),
        unreadable("empty.wasm", bytes(), "expected a module, found an empty file"),
        unreadable(
            "text.wasm",
            bytes("To whom it may concern".getBytes(UTF_8)),
            "byte 0x0: expected a module, which starts with '\\0asm', found a text",
            "'To whom it may concern"),
        unreadable(
            "component.wasm",
            bytes(TinyModule.raw(0, 'a', 's', 'm', 0x0D, 0, 1, 0)),
            "byte 0x4",
            "expected a core module (layer 0), found layer 1"),
        unreadable(
            "simd.wasm",
            bytes(new TinyModule().withSimd().bytes()),
            "section 10 (code), function 0: expected a module that this engine can run, found that"
                + " it needs SIMD"),
        unreadable(
            "memory64.wasm",
            bytes(new TinyModule().withMemory64().bytes()),
            "section 5 (memory), entry 0: expected a module that this engine can run, found that"
                + " it needs memory64"),
        breaks("MOD-01", "truncated.wasm", bytes(half), "expected", "to the end of the file, at"),
        breaks("MOD-01", "flipped.wasm", bytes(flipped), "expected", "section 1 (type)"),
        breaks(
            "MOD-01",
            "parameters.wasm",
            bytes(parameters),
            "expected at most 0 parameters in the 0 bytes left actual 2147483648, at byte 0xc,"
                + " section 1 (type), entry 0"),
        breaks(
            "INIT-03",
            "endless.wasm",
            bytes(new TinyModule().startsAndNeverReturns().bytes()),
            "expected the start returns within 200 ms",
            "actual instantiation: no answer within the deadline"),
        breaks(
            "MOD-02",
            "no_memory.wasm",
            bytes(new TinyModule().withoutMemory().bytes()),
            "expected a memory exported as `memory` actual the module has no memory"),
        breaks(
            "MOD-03",
            "other_types.wasm",
            bytes(new TinyModule().allocatesBySixtyFourBits().bytes()),
            "expected a function `wasm_allocate` of type (i32) -> (i32) actual its type is (i64)"
                + " -> (i32)"),
        breaks(
            "MOD-04",
            "import.wasm",
            bytes(new TinyModule().imports("env", "emscripten_log").bytes()),
            "expected only functions of wasi_snapshot_preview1",
            "actual imports function `env.emscripten_log`"),
        breaks(
            "INIT-02",
            "four_gib.wasm",
            bytes(new TinyModule().withPages(65_536).bytes()),
            "expected at most 2048 pages (134217728 bytes) at start actual 65536 pages"
                + " (4294967296 bytes)"));
  }

  int exit() {
    return broken.isEmpty() ? ModuleContract.COULD_NOT_RUN : 1;
  }

  String verdict() {
    return broken.isEmpty() ? "could-not-run" : "does-not-conform";
  }

  /** The file, in this directory. */
  Path in(Path directory) throws IOException {
    Path file = directory.resolve(name);
    content.write(file);
    return file;
  }

  @Override
  public String toString() {
    return name;
  }

  private static Content bytes(int... bytes) {
    return bytes(TinyModule.raw(bytes));
  }

  private static Content bytes(byte[] bytes) {
    return file -> Files.write(file, bytes);
  }

  private static BadModule unreadable(String name, Content content, String... told) {
    return new BadModule(name, content, "", List.of(told));
  }

  private static BadModule breaks(String clause, String name, Content content, String... told) {
    return new BadModule(name, content, clause, List.of(told));
  }
}

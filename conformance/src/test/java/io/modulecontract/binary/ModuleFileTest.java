package io.modulecontract.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleFileTest {

  @TempDir Path directory;

  private String refusal(Path path) {
    return assertThrows(UnreadableModule.class, () -> ModuleFile.read(path)).getMessage();
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(UnreadableModule.class, () -> ModuleFile.of("m", bytes)).getMessage();
  }

  private static String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsWhatIsThere() throws IOException, UnreadableModule {
    byte[] bytes = WasmBytes.module().bytes();
    Path path = Files.write(directory.resolve("small.wasm"), bytes);
    ModuleFile file = ModuleFile.read(path);
    assertEquals(path.toString(), file.name());
    assertEquals(8, file.length());
    assertEquals("93a44bbb96c751218e4c00d479e4c14358122a389acca16205b1e4d0dc5f9476", file.sha256());
    assertArrayEquals(bytes, file.bytes());
  }

  @Test
  void keepsItsOwnBytes() throws UnreadableModule {
    byte[] bytes = WasmBytes.module().bytes();
    ModuleFile file = ModuleFile.of("m", bytes);
    bytes[0] = 1;
    assertEquals(0, file.bytes()[0]);
  }

  @Test
  void missing() {
    Path path = directory.resolve("none.wasm");
    assertEquals(path + ": expected a module, found no such file", refusal(path));
  }

  @Test
  void directory() {
    assertEquals(directory + ": expected a file, found a directory", refusal(directory));
  }

  @Test
  void fileInTheWay() throws IOException {
    Path path = Files.write(directory.resolve("file"), new byte[1]).resolve("m.wasm");
    String refusal = refusal(path);
    assertEquals(path + ": expected ", refusal.substring(0, path.toString().length() + 11));
  }

  @Test
  void forbidden() throws IOException {
    Path path = Files.write(directory.resolve("secret.wasm"), WasmBytes.module().bytes());
    assumeFalse(!path.toFile().setReadable(false) || Files.isReadable(path), "may read all files");
    assertEquals(path + ": expected a readable file, found that access is denied", refusal(path));
  }

  @Test
  void empty() throws IOException {
    Path path = Files.write(directory.resolve("empty.wasm"), new byte[0]);
    assertEquals(path + ": expected a module, found an empty file", refusal(path));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void device() {
    Path path = Path.of("/dev/zero");
    assertEquals(path + ": expected a file, found a device or a pipe", refusal(path));
  }

  @Test
  void changing() throws IOException, InterruptedException {
    Path path = directory.resolve("growing.wasm");
    AtomicBoolean done = new AtomicBoolean();
    Files.write(path, new byte[16 << 20]);
    Thread writer =
        new Thread(
            () -> {
              while (!done.get()) {
                try {
                  Files.write(path, new byte[1], StandardOpenOption.APPEND);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    writer.start();
    try {
      String expected = path + ": expected a file at rest, found that it changed while it was read";
      // The writer may sleep through a whole read.
      boolean seen = false;
      for (int i = 0; i < 100 && !seen; i++) {
        seen = refusal(path).equals(expected);
      }
      assertTrue(seen);
    } finally {
      done.set(true);
      writer.join();
    }
  }

  @Test
  void tooLong() throws IOException {
    Path path = directory.resolve("long.wasm");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(ModuleFile.MAX_LENGTH + 1);
    }
    assertEquals(path + ": expected at most 536870912 bytes, found 536870913 bytes", refusal(path));
  }

  @ParameterizedTest
  @CsvSource({
    "1f8b0800, a gzip archive: unpack it first",
    "504b030414, a zip archive (a jar or a wheel is one): unpack it first",
    "7f454c4602, 'an ELF file, machine code for another target'",
    "213c617263683e0a2f, a static library (ar archive): link it first",
    "4243c0de35, LLVM bitcode: compile and link it first",
    "0061736e01000000, the bytes 00 61 73 6e 01 00 00 00",
    "006173, the bytes 00 61 73",
    "fffe000102030405060708, the bytes ff fe 00 01 02 03 04 05 …"
  })
  void otherFormats(String hex, String found) {
    assertEquals(
        "m: byte 0x0: expected a module, which starts with '\\0asm', found " + found,
        refusal(HexFormat.of().parseHex(hex)));
  }

  @Test
  void texts() {
    String start = "m: byte 0x0: expected a module, which starts with '\\0asm', found ";
    assertEquals(start + "a text that starts with 'hello w…'", refusal("hello w"));
    assertEquals(start + "a text that starts with 'naïve text…'", refusal("naïve \n text"));
    assertEquals(
        start + "a text that starts with 'ééééééééééééééééééééééé…'",
        refusal("e" + "é".repeat(100)).replace("'eé", "'é"));
    assertEquals(
        start
            + "the text format, '(module (memory 1))…': assemble it first (wat2wasm, wasm-tools parse)",
        refusal("(module (memory 1))"));
  }

  @Test
  void component() {
    byte[] component = WasmBytes.raw(0, 'a', 's', 'm', 0x0D, 0, 1, 0, 7, 0);
    assertEquals(
        "m: byte 0x4: a component, expected a core module (layer 0), found layer 1: hand over the"
            + " core module that the component was made from",
        refusal(component));
  }
}

package io.modulecontract.binary;

import static io.modulecontract.binary.Readings.unsupported;
import static io.modulecontract.binary.WasmBytes.NO_TYPES;
import static io.modulecontract.binary.WasmBytes.body;
import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.leb;
import static io.modulecontract.binary.WasmBytes.module;
import static io.modulecontract.binary.WasmBytes.name;
import static io.modulecontract.binary.WasmBytes.raw;
import static io.modulecontract.binary.WasmBytes.times;
import static io.modulecontract.binary.WasmBytes.withBody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.engine.ModuleReader;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules that may be fine and cannot be run here: the feature is named, no module is blamed. */
class UnsupportedModuleTest {

  static Stream<Arguments> features() {
    return Stream.of(
        Arguments.of(
            withBody(0xFD, 0x0F, 0x1A),
            "SIMD (opcode 0xfd 0xf)",
            "byte 0x22, section 10 (code), function 0"),
        Arguments.of(
            withBody(0xFD, 0x80, 0x02),
            "relaxed SIMD (opcode 0xfd 0x100)",
            "byte 0x22, section 10 (code), function 0"),
        Arguments.of(
            module().section(1, raw(0x60, 1, 0x7B, 0)),
            "SIMD (the type v128)",
            "byte 0xd, section 1 (type), entry 0"),
        Arguments.of(
            module().section(5, raw(4, 1)),
            "memory64 (a memory with 64-bit addresses)",
            "byte 0xb, section 5 (memory), entry 0"),
        Arguments.of(
            module().section(4, raw(0x70, 4, 1)),
            "memory64 (a table with 64-bit indexes)",
            "byte 0xc, section 4 (table), entry 0"),
        Arguments.of(
            module().section(5, raw(8, 1, 0)),
            "custom page sizes",
            "byte 0xb, section 5 (memory), entry 0"),
        Arguments.of(
            withBody(0x06, 0x40, 0x19, 0x0B),
            "legacy exception handling (opcode 0x6)",
            "byte 0x22, section 10 (code), function 0"),
        Arguments.of(
            withBody(0xFC, 0x13),
            "wide arithmetic (opcode 0xfc 0x13)",
            "byte 0x22, section 10 (code), function 0"),
        Arguments.of(
            module().section(1, NO_TYPES, raw(0x5D, 0)),
            "stack switching (a continuation type)",
            "byte 0xe, section 1 (type), entry 1"),
        Arguments.of(
            module().section(1, NO_TYPES).section(2, join(name("env"), name("a😀"), raw(0, 0))),
            "an import named with other characters than letters: env.a😀",
            "byte 0x11, section 2 (import), entry 0"),
        Arguments.of(
            module().section(1, NO_TYPES).section(2, raw(0, 0, 0, 0)),
            "a function import whose module and name are empty",
            "byte 0x13, section 2 (import), entry 0"),
        Arguments.of(
            module()
                .section(1, types(65))
                .section(3, raw(0))
                .section(10, body(raw(0), raw(0x02, 0xC0, 0x00, 0x0B))),
            "a block of type 64, read by the engine as a value type",
            "byte 0xd9, section 10 (code), function 0"),
        Arguments.of(
            module()
                .section(1, NO_TYPES)
                .section(3, raw(0))
                .section(7, join(name("f"), raw(0, 0)))
                .section(10, body(raw(0), raw(0xD2, 0, 0x1A))),
            "a function that refers to itself without a declarative segment",
            "byte 0x1c, section 10 (code), function 0"),
        Arguments.of(
            module()
                .section(1, raw(0x60, 0, 1, 0x6C))
                .section(3, raw(0))
                .section(10, body(raw(0), raw(0xD0, 0x71))),
            "typed references or garbage collection in a form that the engine refuses: type"
                + " mismatch: instruction requires [refnull[-20]] but stack has [refnull[-15]]",
            "byte 0x16, section 10 (code), function 0"));
  }

  private static byte[][] types(int count) {
    return Stream.generate(() -> NO_TYPES).limit(count).toArray(byte[][]::new);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("features")
  void isNamed(WasmBytes module, String feature, String place) {
    assertEquals(new ModuleReading.Unsupported(feature, place), Readings.read(module));
  }

  @Test
  void moreLocalsThanEnginesTake() {
    byte[] locals = join(raw(1), leb(0xFFFF_FFFFL), raw(0x7F));
    ModuleReading.Unsupported reading =
        unsupported(
            module().section(1, NO_TYPES).section(3, raw(0)).section(10, body(locals, raw())));
    assertEquals("more than 50000 locals in one function (4294967295)", reading.feature());
    assertEquals("byte 0x16, section 10 (code), function 0", reading.place());
  }

  @Test
  void aTableOfBillions() {
    ModuleReading.Unsupported reading =
        unsupported(module().section(4, join(raw(0x70, 0), leb(0xFFFF_FFFFL))));
    assertEquals("a table of more than 10000000 entries (4294967295)", reading.feature());
  }

  /** Each function asks for the most locals that one may have: together, for some 100 GiB. */
  @Test
  void moreMemoryThanThereIs() {
    int functions = 300_000;
    byte[] body = body(join(raw(1), leb(50_000), raw(0x7F)), raw());
    WasmBytes module =
        module()
            .section(1, NO_TYPES)
            .contents(3, join(leb(functions), new byte[functions]))
            .contents(10, join(leb(functions), times(functions, body)));
    ModuleReading.Unsupported reading = unsupported(module);
    assertTrue(
        reading.feature().matches("about 11[0-9]{4} MiB of memory to be read .*"),
        reading::feature);
    assertEquals("the whole file", reading.place());
  }

  /** The engine walks past all siblings at the end of each loop. */
  @Test
  void loopsThatTakeQuadraticTime() {
    byte[] loops = times(50_000, raw(0x03, 0x40, 0x0B));
    assertEquals(
        "more than 1000000000 steps to resolve branches and types",
        unsupported(withBodyOf(loops)).feature());
  }

  /** The engine walks from each branch to its label. */
  @Test
  void branchesThatTakeQuadraticTime() {
    int depth = 20_000;
    byte[] table = join(raw(0x41, 0, 0x0E), leb(60_000), times(60_001, leb(depth)));
    byte[] code = join(times(depth, raw(0x02, 0x40)), table, times(depth, raw(0x0B)));
    assertEquals(
        "more than 1000000000 steps to resolve branches and types",
        unsupported(withBodyOf(code)).feature());
  }

  private static WasmBytes withBodyOf(byte[] code) {
    return module().section(1, NO_TYPES).section(3, raw(0)).section(10, body(raw(0), code));
  }

  @Test
  void moreTimeThanThereIs() throws UnreadableModule {
    ModuleFile file = ModuleFile.of("m", Readings.reference("greeting"));
    assertEquals(
        new ModuleReading.Unsupported("more than 0 ms to be read", "the whole file"),
        ModuleReader.read(file, Duration.ofNanos(1)));
  }

  @Test
  void leavesAnInterruptionToItsCaller() throws UnreadableModule {
    ModuleFile file = ModuleFile.of("m", Readings.reference("greeting"));
    Thread.currentThread().interrupt();
    ModuleReading reading = ModuleReader.read(file, Duration.ofSeconds(60));
    assertTrue(Thread.interrupted());
    assertEquals(
        new ModuleReading.Unsupported("to be read without an interruption", "the whole file"),
        reading);
  }
}

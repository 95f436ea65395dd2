package io.modulecontract.binary;

import static io.modulecontract.binary.Readings.wellFormed;
import static io.modulecontract.binary.WasmBytes.body;
import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.leb;
import static io.modulecontract.binary.WasmBytes.module;
import static io.modulecontract.binary.WasmBytes.name;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ValueType;
import io.modulecontract.binary.ModuleOutline.DataSegment;
import io.modulecontract.binary.ModuleOutline.Export;
import io.modulecontract.binary.ModuleOutline.Import;
import io.modulecontract.binary.ModuleOutline.Kind;
import io.modulecontract.binary.ModuleOutline.Memory;
import io.modulecontract.binary.ModuleOutline.Producer;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleOutlineTest {

  private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

  @Test
  void tellsAllThatIsInTheBinary() {
    byte[] producers = join(raw(1), name("language"), raw(1), name("Rust"), name("1.85.1"));
    WasmBytes module =
        module()
            .section(1, WasmBytes.NO_TYPES, raw(0x60, 1, 0x7F, 1, 0x7E))
            .section(
                2,
                join(name("env"), name("log"), raw(0, 1)),
                join(name("env"), name("shared"), raw(2, 3, 1, 9)))
            .section(3, raw(0))
            .section(4, raw(0x70, 0, 1))
            .section(5, raw(0, 2))
            .section(6, join(raw(0x7F, 0, 0x41, 42, 0x0B)))
            .section(
                7,
                join(name("memory"), raw(2, 1)),
                join(name("heap"), raw(2, 1)),
                join(name("run"), raw(0, 1)),
                join(name("log"), raw(0, 0)),
                join(name("answer"), raw(3, 0)),
                join(name("table"), raw(1, 0)))
            .contents(8, raw(1))
            .contents(12, raw(4))
            // table.get, table.set, data.drop, data.drop
            .section(
                10, body(raw(0), raw(0x41, 0, 0x41, 0, 0x25, 0, 0x26, 0, 0xFC, 9, 3, 0xFC, 9, 3)))
            .section(
                11,
                raw(2, 1, 0x41, 16, 0x0B, 3, 'a', 'b', 'c'),
                join(raw(0, 0x41, 0x7F, 0x0B, 1, 'd')),
                raw(2, 1, 0x23, 0, 0x0B, 1, 'e'),
                raw(1, 1, 'f'))
            .custom("producers", producers)
            .custom("name", raw(0xFF, 0xFF))
            .custom("target_features", raw());
    // A global of the module is no constant offset for older engines; the value is not looked up.
    assertEquals(
        new ModuleOutline(
            List.of(
                new Export("memory", Kind.MEMORY, 1, null),
                new Export("heap", Kind.MEMORY, 1, null),
                new Export("run", Kind.FUNCTION, 1, NOTHING),
                new Export(
                    "log",
                    Kind.FUNCTION,
                    0,
                    new FunctionType(List.of(ValueType.I32), List.of(ValueType.I64))),
                new Export("answer", Kind.GLOBAL, 0, null),
                new Export("table", Kind.TABLE, 0, null)),
            List.of(
                new Import(
                    "env",
                    "log",
                    Kind.FUNCTION,
                    new FunctionType(List.of(ValueType.I32), List.of(ValueType.I64))),
                new Import("env", "shared", Kind.MEMORY, null)),
            List.of(
                new Memory(1, OptionalLong.of(9), List.of(), true, true),
                new Memory(2, OptionalLong.empty(), List.of("memory", "heap"), false, false)),
            1,
            OptionalLong.of(1),
            Set.of("table.set", "data.drop"),
            List.of(new DataSegment(1, 16, 3), new DataSegment(0, 0xFFFF_FFFFL, 1)),
            List.of("producers", "name", "target_features"),
            List.of(new Producer("language", "Rust", "1.85.1"))),
        wellFormed(module).outline());
  }

  @Test
  void fourGibibytesAreWellFormed() {
    ModuleOutline outline = wellFormed(module().section(5, join(raw(0), leb(65_536)))).outline();
    assertEquals(65_536, outline.memories().get(0).initialPages());
  }

  @Test
  void brokenProducersCountAsNone() {
    ModuleOutline outline =
        wellFormed(module().custom("producers", join(raw(1), name("sdk"), leb(1 << 20)))).outline();
    assertEquals(List.of("producers"), outline.customSections());
    assertEquals(List.of(), outline.producers());
  }

  @Test
  void theGreetingModule() {
    ModuleOutline outline =
        ((ModuleReading.WellFormed) Readings.read(Readings.reference("greeting"))).outline();
    assertEquals(FunctionType.i32(1, 1), outline.export("wasm_allocate").orElseThrow().type());
    assertEquals(List.of("memory"), outline.memories().get(0).exportedAs());
    assertEquals(Set.of(), outline.stateInstructions());
  }
}

package io.modulecontract.binary;

import static io.modulecontract.binary.WasmBytes.NO_TYPES;
import static io.modulecontract.binary.WasmBytes.body;
import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.leb;
import static io.modulecontract.binary.WasmBytes.module;
import static io.modulecontract.binary.WasmBytes.name;
import static io.modulecontract.binary.WasmBytes.raw;
import static io.modulecontract.binary.WasmBytes.withBody;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a binary is named with its place, what was expected and what was found. */
class MalformedModuleTest {

  private static final long HUGE = 0xFFFF_FFFFL;

  static Stream<Arguments> modules() {
    return Stream.of(
        Arguments.of(
            "a version of the future",
            future(),
            "byte 0x4: expected the version (01 00 00 00), found 0x2 at byte 0x4"),
        Arguments.of(
            "2^31 parameters in 17 bytes",
            module().contents(1, join(raw(1, 0x60), leb(1L << 31))),
            "byte 0xc, section 1 (type), entry 0: expected at most 0 parameters in the 0 bytes"
                + " left, found 2147483648"),
        Arguments.of(
            "2^32-1 types",
            module().contents(1, leb(HUGE)),
            "byte 0xa, section 1 (type): expected at most 0 types in the 0 bytes left, found"
                + " 4294967295"),
        Arguments.of(
            "a section of 4 GiB",
            module().then(raw(1)).then(leb(HUGE)),
            "byte 0x9, section 1 (type): expected 4294967295 bytes of section 1 (type), found 0"
                + " bytes to the end of the file"),
        Arguments.of(
            "a section that does not exist",
            module().contents(14, raw()),
            "byte 0x8: expected a section id (0 to 13), found malformed section id 14"),
        Arguments.of(
            "a section twice",
            module().section(1, NO_TYPES).section(1, NO_TYPES),
            "byte 0xe, section 1 (type): expected each section once and in order, found section 1"
                + " (type) out of order"),
        Arguments.of(
            "a section with something left over",
            module().contents(1, raw(0, 0)),
            "byte 0xb, section 1 (type): expected the end of the section, found 1 more bytes"
                + " (section size mismatch)"),
        Arguments.of(
            "an integer of six bytes",
            module().contents(1, raw(0x80, 0x80, 0x80, 0x80, 0x80, 0)),
            "byte 0xa, section 1 (type): expected a count of types as a 32-bit LEB128 integer,"
                + " found a longer or larger one"),
        Arguments.of(
            "an integer of 33 bits",
            module().contents(1, raw(0x80, 0x80, 0x80, 0x80, 0x10)),
            "byte 0xa, section 1 (type): expected a count of types as a 32-bit LEB128 integer,"
                + " found a longer or larger one"),
        Arguments.of(
            "a value type that does not exist",
            module().section(1, NO_TYPES, raw(0x60, 1, 0x50, 0)),
            "byte 0x10, section 1 (type), entry 1: expected the type of one of the parameters,"
                + " found 0x50"),
        Arguments.of(
            "a huge name",
            module().contents(2, join(raw(1), leb(1 << 30))),
            // The least import has four bytes; here is one with a name of a gibibyte.
            "byte 0xb, section 2 (import), entry 0: expected at most 0 bytes in the name of the"
                + " imported module in the 0 bytes left, found 1073741824"),
        Arguments.of(
            "a name that is no UTF-8",
            module().section(5, raw(0, 1)).section(7, raw(2, 'a', 0xFF, 2, 0)),
            "byte 0x11, section 7 (export), entry 0: expected the name of the export in UTF-8,"
                + " found malformed UTF-8 encoding"),
        Arguments.of(
            "an export of nothing",
            module().section(7, join(name("memory"), raw(2, 0))),
            "byte 0x13, section 7 (export), entry 0: expected the index of a memory (there is"
                + " none), found unknown memory 0"),
        Arguments.of(
            "an export twice",
            module()
                .section(5, raw(0, 1))
                .section(7, join(name("memory"), raw(2, 0)), join(name("memory"), raw(2, 0))),
            "byte 0x19, section 7 (export), entry 1: expected each name exported once, found"
                + " duplicate export name 'memory'"),
        Arguments.of(
            "more than 4 GiB of memory",
            module().section(5, join(raw(0), leb(65_537))),
            "byte 0xc, section 5 (memory), entry 0: expected the initial pages (at most 65536, 4"
                + " GiB), found 65537"),
        Arguments.of(
            "a maximum below the minimum",
            module().section(5, raw(1, 2, 1)),
            "byte 0xd, section 5 (memory), entry 0: expected a maximum of at least the initial 2,"
                + " found size minimum must not be greater than maximum (1)"),
        Arguments.of(
            "a start function with a parameter",
            module()
                .section(1, raw(0x60, 1, 0x7F, 0))
                .section(3, raw(0))
                .contents(8, raw(0))
                .section(10, body(raw(0), raw())),
            "byte 0x15, section 8 (start): expected a start function of type () -> (), found"
                + " (i32) -> ()"),
        Arguments.of(
            "a function without a body",
            module().section(1, NO_TYPES).section(3, raw(0)),
            "byte 0x12: expected 1 function bodies in a code section, found the end of the file"
                + " (function and code section have inconsistent lengths)"),
        Arguments.of(
            "2^32 locals",
            withLocals(join(raw(2), leb(HUGE), raw(0x7F), leb(HUGE), raw(0x7F))),
            "byte 0x16, section 10 (code), function 0: expected at most 4294967295 locals, found"
                + " too many locals (8589934590)"),
        Arguments.of(
            "a huge br_table",
            withLocals(join(raw(0, 0x41, 0, 0x0E), leb(HUGE))),
            "byte 0x1a, section 10 (code), function 0: expected at most 1 labels in the 1 bytes"
                + " left, found 4294967295"),
        Arguments.of(
            "a body that goes on after its end",
            withBody(0x0B),
            "byte 0x23, section 10 (code), function 0: expected the end of the body, found 1 more"
                + " bytes (section size mismatch)"),
        Arguments.of(
            "a body without its end",
            withBody(0x02, 0x40),
            "byte 0x25, section 10 (code), function 0: expected an instruction, found the end of"
                + " the file"),
        Arguments.of(
            "an opcode that does not exist",
            withBody(0xF0),
            "byte 0x22, section 10 (code), function 0: expected an instruction, found illegal"
                + " opcode 0xf0"),
        Arguments.of(
            "a second part that the engine takes for another instruction",
            withBody(0xFB, 0x80, 0x02),
            "byte 0x22, section 10 (code), function 0: expected an instruction, found illegal"
                + " opcode 0xfb 0x100"),
        Arguments.of(
            "a branch to nowhere",
            withBody(0x0C, 0x01),
            "byte 0x23, section 10 (code), function 0: expected the index of a label (0 to 0),"
                + " found unknown label 1"),
        Arguments.of(
            "an else without if",
            withBody(0x02, 0x40, 0x05, 0x0B),
            "byte 0x24, section 10 (code), function 0: expected an else in an if block, found else"
                + " doesn't belong to if"),
        Arguments.of(
            "an alignment beyond the access",
            withBody(0x41, 0, 0x28, 3, 0, 0x1A),
            "byte 0x25, section 10 (code), function 0: expected an alignment of 2^2 at most, found"
                + " 2^3"),
        Arguments.of(
            "a segment that is dropped without a count",
            withBody(0xFC, 0x09, 0),
            "byte 0x22, section 10 (code), function 0: expected a data count section, which this"
                + " instruction needs, found data count section required"),
        Arguments.of(
            "4 GiB of data",
            module().section(5, raw(0, 1)).contents(11, join(raw(1, 0, 0x41, 0, 0x0B), leb(HUGE))),
            "byte 0x14, section 11 (data), entry 0: expected at most 0 bytes of data in the 0"
                + " bytes left, found 4294967295"),
        Arguments.of(
            "an offset of two operands too few",
            module().section(5, raw(0, 1)).section(11, raw(0, 0x6A, 0x0B, 0)),
            "byte 0x11, section 11 (data), entry 0: expected 2 operands, found type mismatch: 0"
                + " values"),
        Arguments.of(
            "a global that calls",
            module().section(6, raw(0x7F, 0, 0x10, 0, 0x0B)),
            "byte 0xd, section 6 (global), entry 0: expected a constant instruction, found opcode"
                + " 0x10"),
        Arguments.of(
            "a type that is its own ancestor",
            module().section(1, raw(0x50, 1, 0, 0x5F, 0)),
            "byte 0xd, section 1 (type), entry 0: expected the index of a type before this one"
                + " (there is none), found unknown type before this one 0"),
        Arguments.of(
            "a body of the wrong type",
            module()
                .section(1, NO_TYPES, raw(0x60, 0, 1, 0x7F))
                .section(3, raw(0), raw(1))
                .section(7, join(name("answer"), raw(0, 1)))
                .section(10, body(raw(0), raw()), body(raw(0), raw(0x42, 7))),
            "byte 0x29, section 10 (code), function 1: expected a valid body of 'answer', found"
                + " type mismatch: instruction requires [i32] but stack has [i64]"));
  }

  private static WasmBytes withLocals(byte[] contents) {
    byte[] body = join(leb(contents.length + 1), contents, raw(0x0B));
    return module().section(1, NO_TYPES).section(3, raw(0)).section(10, body);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  void isNamed(String what, Object module, String sentence) {
    byte[] bytes = module instanceof WasmBytes parts ? parts.bytes() : (byte[]) module;
    assertEquals(sentence, ((ModuleReading.Malformed) Readings.read(bytes)).sentence(), what);
  }

  private static byte[] future() {
    return raw(0, 'a', 's', 'm', 2, 0, 0, 0);
  }
}

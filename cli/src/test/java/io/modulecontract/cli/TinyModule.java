package io.modulecontract.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A module of a few bytes with the contract's exports: allocate always answers 0, deallocate -1.
 * Each method makes one thing wrong.
 */
final class TinyModule {

  private static final byte[] NOTHING_TO_NOTHING = raw(0x60, 0, 0);
  private static final byte[] I32_TO_I32 = raw(0x60, 1, 0x7F, 1, 0x7F);
  private static final byte[] I64_TO_I32 = raw(0x60, 1, 0x7E, 1, 0x7F);

  private byte[] memory = raw(0, 1);
  private byte[] allocate = body(0x41, 0);
  private int allocateType = 1;
  private boolean starts;
  private byte[] imported = {};

  /** A start function that never returns. */
  TinyModule startsAndNeverReturns() {
    starts = true;
    return this;
  }

  /** Allocate never returns. */
  TinyModule allocatesForEver() {
    allocate = body(0x03, 0x40, 0x0C, 0, 0x0B, 0x00);
    return this;
  }

  /** Allocate never returns when asked for 4096 bytes or more, and gives address 8 else. */
  TinyModule allocatesForEverFrom4096() {
    allocate =
        body(0x20, 0, 0x41, 0x80, 0x20, 0x4F, 0x04, 0x40, 0x03, 0x40, 0x0C, 0, 0x0B, 0x0B, 0x41, 8);
    return this;
  }

  TinyModule withoutMemory() {
    memory = raw();
    return this;
  }

  /** Allocate takes its size as an i64. */
  TinyModule allocatesBySixtyFourBits() {
    allocateType = 2;
    return this;
  }

  /** A function that no host of the contract has. */
  TinyModule imports(String module, String name) {
    imported = join(name(module), name(name), raw(0, 0));
    return this;
  }

  /** This many pages from the start. */
  TinyModule withPages(int pages) {
    memory = join(raw(0), leb(pages));
    return this;
  }

  /** A memory with 64-bit addresses. */
  TinyModule withMemory64() {
    memory = raw(4, 1);
    return this;
  }

  /** Allocate makes a {@code v128.const} and drops it. */
  TinyModule withSimd() {
    int[] code = new int[21];
    code[0] = 0xFD;
    code[1] = 0x0C;
    code[18] = 0x1A;
    code[19] = 0x41;
    allocate = body(code);
    return this;
  }

  byte[] bytes() {
    int first = imported.length == 0 ? 0 : 1;
    List<byte[]> functions = new ArrayList<>(List.of(raw(allocateType), raw(1)));
    List<byte[]> bodies = new ArrayList<>(List.of(allocate, body(0x41, 0x7F)));
    List<byte[]> exports = new ArrayList<>();
    exports.add(join(name("wasm_allocate"), raw(0, first)));
    exports.add(join(name("wasm_deallocate"), raw(0, first + 1)));
    if (memory.length > 0) {
      exports.add(join(name("memory"), raw(2, 0)));
    }
    if (starts) {
      functions.add(raw(0));
      bodies.add(body(0x03, 0x40, 0x0C, 0, 0x0B));
    }
    return join(
        raw(0, 'a', 's', 'm', 1, 0, 0, 0),
        section(1, List.of(NOTHING_TO_NOTHING, I32_TO_I32, I64_TO_I32)),
        imported.length == 0 ? imported : section(2, List.of(imported)),
        section(3, functions),
        memory.length == 0 ? memory : section(5, List.of(memory)),
        section(7, exports),
        starts ? raw(8, 1, first + 2) : raw(),
        section(10, bodies));
  }

  private static byte[] section(int id, List<byte[]> entries) {
    byte[] contents = join(leb(entries.size()), join(entries.toArray(byte[][]::new)));
    return join(raw(id), leb(contents.length), contents);
  }

  private static byte[] body(int... instructions) {
    byte[] contents = join(raw(0), raw(instructions), raw(0x0B));
    return join(leb(contents.length), contents);
  }

  private static byte[] name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return join(leb(utf8.length), utf8);
  }

  /** An unsigned LEB128 integer. */
  private static byte[] leb(int value) {
    ByteArrayOutputStream leb = new ByteArrayOutputStream();
    int rest = value;
    for (; rest > 0x7F; rest >>>= 7) {
      leb.write((rest & 0x7F) | 0x80);
    }
    leb.write(rest);
    return leb.toByteArray();
  }

  static byte[] raw(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return all;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

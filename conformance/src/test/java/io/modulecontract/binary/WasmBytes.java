package io.modulecontract.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;

/** Puts modules together byte by byte, wrong ones above all: no assembler would write those. */
public final class WasmBytes {

  public static final byte[] NO_TYPES = raw(0x60, 0, 0);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private WasmBytes() {
    out.writeBytes(raw(0, 'a', 's', 'm', 1, 0, 0, 0));
  }

  /** Magic and version. */
  public static WasmBytes module() {
    return new WasmBytes();
  }

  /** A page of memory, a table of one entry, and one function of type () -> () with this body. */
  public static WasmBytes withBody(int... instructions) {
    return module()
        .section(1, NO_TYPES)
        .section(3, raw(0))
        .section(4, raw(0x70, 0, 1))
        .section(5, raw(0, 1))
        .section(10, body(raw(0), raw(instructions)));
  }

  /** A section that is a vector of these entries. */
  public WasmBytes section(int id, byte[]... entries) {
    return contents(id, join(leb(entries.length), join(entries)));
  }

  /** A section of these very bytes, with the right size in front. */
  public WasmBytes contents(int id, byte[] contents) {
    return then(raw(id)).then(leb(contents.length)).then(contents);
  }

  public WasmBytes custom(String name, byte[] contents) {
    return contents(0, join(name(name), contents));
  }

  public WasmBytes then(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }

  public static byte[] raw(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return all;
  }

  /** An unsigned LEB128 integer. */
  public static byte[] leb(long value) {
    ByteArrayOutputStream leb = new ByteArrayOutputStream();
    long rest = value;
    while (rest > 0x7F) {
      leb.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    leb.write((int) rest);
    return leb.toByteArray();
  }

  /** An operand as {@code i32.const} takes it: five bytes, the last with the sign. */
  public static byte[] signedLeb(long value) {
    int[] bytes = new int[5];
    for (int i = 0; i < 5; i++) {
      bytes[i] = ((int) value >> (7 * i) & 0x7F) | (i < 4 ? 0x80 : 0);
    }
    return raw(bytes);
  }

  public static byte[] name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return join(leb(utf8.length), utf8);
  }

  /** A function body: its size, groups of locals, instructions and the end. */
  public static byte[] body(byte[] locals, byte[] instructions) {
    byte[] contents = join(locals, instructions, raw(0x0B));
    return join(leb(contents.length), contents);
  }

  public static byte[] times(int count, byte[] bytes) {
    return join(Collections.nCopies(count, bytes).toArray(byte[][]::new));
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}

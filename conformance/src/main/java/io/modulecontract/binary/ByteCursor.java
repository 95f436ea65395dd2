package io.modulecontract.binary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the primitive parts of the binary format (core specification, section 5.2) and never past
 * its end. Whatever is not as it should be ends the scan with the place where that is.
 */
final class ByteCursor {

  private final byte[] bytes;
  private int position;
  private int end;
  private String section = "";
  private String entryKind = "";
  private long entry;

  ByteCursor(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  int left() {
    return end - position;
  }

  /** Names the section in every place from here on; empty outside of sections. */
  void inSection(String name) {
    section = name;
    entryKind = "";
  }

  /** Names the entry in every place from here on, such as {@code entry 3}. */
  void inEntry(String kind, long index) {
    entryKind = kind;
    entry = index;
  }

  /** Nothing past this position is read until the end is moved again. */
  void endAt(int newEnd) {
    end = newEnd;
  }

  void skip(int length) {
    position += length;
  }

  String place(int at) {
    StringBuilder place = new StringBuilder("byte 0x").append(Integer.toHexString(at));
    if (!section.isEmpty()) {
      place.append(", ").append(section);
    }
    if (!entryKind.isEmpty()) {
      place.append(", ").append(entryKind).append(' ').append(entry);
    }
    return place.toString();
  }

  ScanStop malformed(int at, String expected, String found) {
    return new ScanStop(new ModuleReading.Malformed(place(at), expected, found));
  }

  ScanStop unsupported(int at, String feature) {
    return new ScanStop(new ModuleReading.Unsupported(feature, place(at)));
  }

  /** One byte, unsigned. */
  int u8(String what) {
    if (position >= end) {
      throw malformed(position, what, endFound());
    }
    return bytes[position++] & 0xFF;
  }

  /** The next byte, which stays, or -1 at the end. */
  int peek() {
    return position < end ? bytes[position] & 0xFF : -1;
  }

  /** Bytes that may have any value. */
  void fixed(String what, int length) {
    if (left() < length) {
      throw malformed(position, what + " in " + length + " bytes", endFound());
    }
    position += length;
  }

  private String endFound() {
    return end == bytes.length ? "the end of the file" : "the end of the section or body";
  }

  /** An unsigned 32-bit integer in LEB128. */
  long u32(String what) {
    // Nearly all integers have one byte.
    if (position < end && bytes[position] >= 0) {
      return bytes[position++];
    }
    return leb(what, 32, false);
  }

  /** A signed integer in LEB128. */
  long signed(String what, int bits) {
    return leb(what, bits, true);
  }

  private long leb(String what, int bits, boolean signed) {
    int start = position;
    long value = 0;
    int shift = 0;
    while (true) {
      int b = u8(what);
      int used = bits - shift;
      if (used < 7) {
        // The last byte: bits past the width repeat the sign, or are zero.
        int high = (b & 0x7F) >> (signed ? used - 1 : used);
        int ones = 0x7F >> (signed ? used - 1 : used);
        if ((b & 0x80) != 0 || (high != 0 && !(signed && high == ones))) {
          throw malformed(
              start, what + " as a " + bits + "-bit LEB128 integer", "a longer or larger one");
        }
      }
      value |= (long) (b & 0x7F) << shift;
      shift += 7;
      if ((b & 0x80) == 0) {
        return signed && shift < 64 && (b & 0x40) != 0 ? value | (-1L << shift) : value;
      }
    }
  }

  /** How many entries follow, each of which takes at least {@code least} bytes. */
  int count(String what, int least) {
    int start = position;
    long count = u32("a count of " + what);
    if (count > left() / least) {
      throw malformed(
          start,
          "at most " + left() / least + " " + what + " in the " + left() + " bytes left",
          Long.toString(count));
    }
    return (int) count;
  }

  /** The same where engines agree on a limit, so as to bound what a few bytes can cost. */
  int count(String what, int least, int limit) {
    int start = position;
    int count = count(what, least);
    if (count > limit) {
      throw unsupported(start, "more than " + limit + " " + what + " (" + count + ")");
    }
    return count;
  }

  /** An index into a space of {@code size} things. */
  int index(String what, long size) {
    int start = position;
    long index = u32("the index of a " + what);
    if (index >= size) {
      throw malformed(
          start,
          "the index of a "
              + what
              + (size == 0 ? " (there is none)" : " (0 to " + (size - 1) + ")"),
          "unknown " + what + " " + index);
    }
    return (int) index;
  }

  /** A name: a length, then as many bytes of UTF-8. */
  String name(String what) {
    int length = count("bytes in " + what, 1);
    int start = position;
    position += length;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed(start, what + " in UTF-8", "malformed UTF-8 encoding");
    }
  }
}

package io.modulecontract.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Changes of an input that may make two numbers equal: wherever the input has the one, the other is
 * written. Where the one is about a length, the payload grows or shrinks with it.
 */
final class Edits {

  private static final int MOST_PLACES = 6;
  private static final int SLACK = 16;
  private static final int LONGEST_LENGTH = 0x1FFF;

  /** A longer payload is repeated rather than written out. */
  private static final int LONGEST_PAYLOAD = 300;

  private final byte[] input;
  private final List<Bytes.Stated> lengths;
  private final List<Supplier<byte[]>> all = new ArrayList<>();

  private Edits(byte[] input, List<Bytes.Stated> lengths) {
    this.input = input;
    this.lengths = lengths;
  }

  /**
   * All of them, each made when it is asked for: few are.
   *
   * @param lengths where the input states lengths
   */
  static List<Supplier<byte[]>> of(
      byte[] input, List<Bytes.Stated> lengths, Comparisons.Pair pair) {
    Edits edits = new Edits(input, lengths);
    for (long more : pair.ordered() ? new long[] {0, 1, -1} : new long[] {0}) {
      edits.replace(pair.one(), pair.other() + more, pair.wide());
      edits.replace(pair.other(), pair.one() + more, pair.wide());
    }
    return edits.all;
  }

  private void replace(long from, long to, boolean wide) {
    length(from, to);
    if (wide) {
      bytes(from, to, Long.BYTES);
    }
    long larger = wide ? Math.max(Math.abs(from), Math.abs(to)) : Math.max(from, to);
    if (!wide || larger <= 0xFFFF_FFFFL) {
      bytes(from, to, Integer.BYTES);
    }
    if (larger <= 0xFFFF) {
      bytes(from, to, Short.BYTES);
    }
    if (larger <= 0xFF) {
      bytes(from, to, 1);
    }
  }

  private void bytes(long from, long to, int width) {
    long wanted = width == Long.BYTES ? from : from & ((1L << (Byte.SIZE * width)) - 1);
    int found = 0;
    for (int at = 1; at + width <= input.length && found < MOST_PLACES; at++) {
      // Most places differ in the first byte.
      if (input[at] == (byte) wanted && number(at, width) == wanted) {
        found++;
        int place = at;
        all.add(() -> withNumber(place, to, width));
      }
    }
  }

  private long number(int at, int width) {
    long number = 0;
    for (int i = width - 1; i >= 0; i--) {
      number = (number << Byte.SIZE) | Byte.toUnsignedLong(input[at + i]);
    }
    return number;
  }

  private byte[] withNumber(int at, long number, int width) {
    byte[] changed = input.clone();
    for (int i = 0; i < width; i++) {
      changed[at + i] = (byte) (number >>> (Byte.SIZE * i));
    }
    return changed;
  }

  /**
   * A guest may compare with a few bytes more than the length: a NUL, a head, what it rounds to.
   */
  private void length(long from, long to) {
    for (Bytes.Stated stated : lengths) {
      if (stated.from() <= input.length) {
        long more = from - number(stated.at(), Short.BYTES);
        long wanted = to - more;
        if (more >= 0 && more <= SLACK && wanted >= 0 && wanted <= LONGEST_LENGTH) {
          all.add(() -> withLength(stated, (int) wanted));
        }
      }
    }
  }

  private byte[] withLength(Bytes.Stated stated, int length) {
    byte[] payload = Arrays.copyOfRange(input, stated.from(), stated.to());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, stated.at());
    out.write(length);
    out.write(length >>> Byte.SIZE);
    if (payload.length == 0 || length > LONGEST_PAYLOAD) {
      out.writeBytes(payload);
    } else {
      for (int i = 0; i < length; i++) {
        out.write(payload[i % payload.length]);
      }
    }
    // Behind a payload that is repeated nothing can follow.
    if (payload.length == 0 || length <= LONGEST_PAYLOAD) {
      out.write(input, stated.to(), input.length - stated.to());
    }
    return out.toByteArray();
  }
}

package io.modulecontract.host;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.Guest;
import io.modulecontract.host.Result.Flaw;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads results and believes nothing: every address is compared with the memory's size in 64 bits
 * before it is used, no length is trusted beyond the host's own limit, text must be UTF-8.
 */
public final class ResultReader {

  /** What a pair needs: two 32-bit values. */
  public static final long PAIR = 8;

  /**
   * Most C strings are short: the end is looked for in as many bytes first, then in twice as many.
   */
  private static final int FIRST_LOOK = 64;

  private static final int GREATEST_LOOK = 1 << 16;

  /** What a decoder that goes on puts in the place of bytes that are no UTF-8. */
  private static final char REPLACED = '\uFFFD';

  private final Guest guest;
  private final long mostBytes;

  /** Reads from this guest; results of more than {@code mostBytes} bytes are not read. */
  public ResultReader(Guest guest, long mostBytes) {
    this.guest = guest;
    this.mostBytes = mostBytes;
  }

  /**
   * What a call of this shape gave back.
   *
   * @param pointer what the call answered
   */
  public Result read(FunctionShape shape, long pointer) {
    if (pointer == 0) {
      return new Result.Rejected();
    }
    return shape == FunctionShape.CSTRING ? text(pointer) : bytes(pointer);
  }

  private Result text(long pointer) {
    if (pointer >= guest.memorySize()) {
      return outside("a C string", pointer, 1);
    }
    long length = lengthUpToNul(pointer);
    if (length > mostBytes) {
      return tooLong(length, List.of(new Area(pointer, length)));
    }
    if (length < 0) {
      String found = "none from " + pointer + " up to the end of the memory at ";
      return new Result.Unreadable(
          Flaw.NO_NUL, "a C string that ends in a NUL byte", found + guest.memorySize(), List.of());
    }
    byte[] content = guest.read(pointer, length);
    Area area = new Area(pointer, length + 1);
    try {
      return new Result.Text(area, decoded(content));
    } catch (CharacterCodingException e) {
      String found = "the " + length + " bytes at " + pointer + " are not: " + Shown.bytes(content);
      return new Result.Unreadable(Flaw.NOT_UTF8, "a C string that is UTF-8", found, List.of(area));
    }
  }

  /** The JVM's own way is several times as fast as a strict decoder, and tells nearly always. */
  private static String decoded(byte[] content) throws CharacterCodingException {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.indexOf(REPLACED) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }

  /** The bytes before the first NUL; -1 when there is none, more than the limit when it is far. */
  private long lengthUpToNul(long pointer) {
    long end = guest.memorySize();
    int look = FIRST_LOOK;
    for (long from = pointer; from < end; from += look, look = Math.min(2 * look, GREATEST_LOOK)) {
      byte[] bytes = guest.read(from, Math.min(look, end - from));
      // The search in a string is one of the JVM's own, many bytes at a time.
      int nul = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0);
      if (nul >= 0) {
        return from - pointer + nul;
      }
      if (from - pointer > mostBytes) {
        return from - pointer;
      }
    }
    return -1;
  }

  private Result bytes(long pointer) {
    Result result = inPlace(pointer);
    if (result instanceof Result.InPlace found) {
      byte[] content = guest.read(found.data().pointer(), found.data().size());
      return new Result.Bytes(found.pair(), found.data(), content);
    }
    return result;
  }

  /**
   * The same of the pair that a call answered, without a copy of its bytes.
   *
   * @return {@link Result.Rejected}, {@link Result.InPlace} or {@link Result.Unreadable}
   */
  public Result inPlace(long pointer) {
    if (pointer == 0) {
      return new Result.Rejected();
    }
    Area pair = new Area(pointer, PAIR);
    if (pair.end() > guest.memorySize()) {
      return outside("a pair of 8 bytes", pointer, PAIR);
    }
    Area data = new Area(guest.readU32(pointer), guest.readU32(pointer + Integer.BYTES));
    if (data.end() > guest.memorySize() || (data.pointer() == 0 && data.size() > 0)) {
      return outside("the data that the pair names", data.pointer(), data.size());
    }
    if (pair.overlaps(data) || pair.pointer() == data.pointer()) {
      return new Result.Unreadable(
          Flaw.PAIR_IN_DATA,
          "a pair apart from the data that it names",
          "the pair is at "
              + pointer
              + ", the data are "
              + data.size()
              + " bytes at "
              + data.pointer(),
          List.of());
    }
    return data.size() > mostBytes
        ? tooLong(data.size(), List.of(data, pair))
        : new Result.InPlace(pair, data);
  }

  private Result outside(String what, long pointer, long size) {
    return new Result.Unreadable(
        Flaw.OUTSIDE_MEMORY,
        what + " inside the memory of " + guest.memorySize() + " bytes",
        size + " bytes at " + pointer,
        List.of());
  }

  private Result tooLong(long length, List<Area> areas) {
    return new Result.Unreadable(
        Flaw.TOO_LONG, "at most " + mostBytes + " bytes", "at least " + length, areas);
  }
}

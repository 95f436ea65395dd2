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

  private static final int CHUNK = 4_096;

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
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return new Result.Text(area, text);
    } catch (CharacterCodingException e) {
      String found = "the " + length + " bytes at " + pointer + " are not: " + Shown.bytes(content);
      return new Result.Unreadable(Flaw.NOT_UTF8, "a C string that is UTF-8", found, List.of(area));
    }
  }

  /** The bytes before the first NUL; -1 when there is none, more than the limit when it is far. */
  private long lengthUpToNul(long pointer) {
    long end = guest.memorySize();
    for (long from = pointer; from < end; from += CHUNK) {
      byte[] chunk = guest.read(from, Math.min(CHUNK, end - from));
      for (int i = 0; i < chunk.length; i++) {
        if (chunk[i] == 0) {
          return from - pointer + i;
        }
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

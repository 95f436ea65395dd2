package io.modulecontract.host;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.Rejected;

/**
 * A value that goes through a guest chunk after chunk (shape {@code stream}). Each chunk and each
 * answer is given back before the next one is handed over, so the memory of host and guest does not
 * depend on how many there are. It belongs to its instance's thread.
 *
 * <p>It ends with {@link #last}, with a failure, or when it is closed; after that it takes no
 * chunk.
 */
public final class ChunkStream implements AutoCloseable {

  private final HostedInstance instance;
  private final ResultReader reader;
  private final String function;
  private boolean over;

  ChunkStream(HostedInstance instance, ResultReader reader, String function) {
    this.instance = instance;
    this.reader = reader;
    this.function = function;
  }

  /**
   * Hands over a chunk that others follow.
   *
   * @return what the guest answered so far, a copy; it may be empty
   * @throws ExchangeFailed when there is no answer; then the stream is over
   */
  public byte[] next(byte[] chunk) throws ExchangeFailed {
    return exchange(chunk, false);
  }

  /** Hands over the last chunk, which may be empty. */
  public byte[] last(byte[] chunk) throws ExchangeFailed {
    return exchange(chunk, true);
  }

  /** Whether it takes no chunk any more. */
  public boolean isOver() {
    return over;
  }

  /**
   * Abandons a stream that is not over: the guest is told that nothing more comes, and its answer
   * is thrown away.
   */
  @Override
  public void close() throws ExchangeFailed {
    if (!over && instance.isUsable()) {
      over = true;
      try {
        answer(new Area(0, 0), true);
      } catch (Rejected e) {
        // A guest without areas of size 0 has none at 0: it rejects, and the stream is over, too.
      }
    }
  }

  private byte[] exchange(byte[] chunk, boolean last) throws ExchangeFailed {
    if (over) {
      throw new IllegalStateException("this stream is over: begin another one");
    }
    over = true;
    Area area = instance.allocate(chunk.length);
    instance.write(area, chunk);
    byte[] answer;
    try {
      answer = answer(area, last);
    } catch (Rejected e) {
      instance.release(area);
      throw e;
    }
    instance.release(area);
    over = last;
    return answer;
  }

  private byte[] answer(Area area, boolean last) throws ExchangeFailed {
    long pointer = instance.call(function, area.pointer(), area.size(), last ? 1 : 0);
    Result result = reader.read(FunctionShape.STREAM, pointer);
    if (result instanceof Result.Rejected) {
      throw new Rejected(function);
    }
    for (Area made : result.areas()) {
      if (made.overlaps(area)) {
        String found = made.size() + " bytes at " + made.pointer();
        throw new Broken(function, "a result apart from its chunk", found);
      }
    }
    if (!(result instanceof Result.Bytes bytes)) {
      Result.Unreadable flaw = (Result.Unreadable) result;
      throw new Broken(function, flaw.expected(), flaw.found());
    }
    for (Area made : result.areas()) {
      instance.release(made);
    }
    return bytes.content();
  }
}

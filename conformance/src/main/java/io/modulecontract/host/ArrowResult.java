package io.modulecontract.host;

import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamEnd;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.StreamView;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.NoHostMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;

/**
 * A table that a guest answered with, while it lies in the guest's memory. It was checked: framing,
 * schema, counts, offsets, text. It is of use until its {@link ArrowReading} returns; after that
 * each call is an {@link IllegalStateException}.
 */
public final class ArrowResult {

  private final String function;
  private final StreamView view;

  private ArrowResult(String function, StreamView view) {
    this.function = function;
    this.view = view;
  }

  /** Looks at all of a stream before anything of it is believed. */
  static ArrowResult of(String function, ByteBuffer area) throws Broken {
    StreamReading reading =
        StreamReader.read(area.array(), area.arrayOffset(), area.remaining(), StreamEnd.REQUIRED);
    if (reading instanceof StreamReading.Flawed flawed) {
      throw new Broken(
          function,
          "an Arrow stream as its result",
          "a flaw in the " + area.remaining() + " bytes of it: " + flawed.flaw());
    }
    return new ArrowResult(function, new StreamView((SoundStream) reading));
  }

  /** The table in place: its values are read where they are. */
  public StreamView view() {
    view.content();
    return view;
  }

  /**
   * Reads batch after batch, each a copy; so one batch at a time is in the host's memory. The
   * caller closes the reader before the reading ends. It may throw {@link OutOfMemoryException}.
   */
  public ArrowReader reader(BufferAllocator allocator) {
    return new ArrowStreamReader(new AreaChannel(view.content()), allocator);
  }

  /**
   * A copy of the whole table, which the caller owns and closes.
   *
   * @throws NoHostMemory when there is no room for it; then nothing is left of it
   */
  public ArrowTable copy(BufferAllocator allocator) throws ExchangeFailed {
    ByteBuffer content = view.content();
    try {
      return ArrowTable.copy(content, allocator);
    } catch (OutOfMemoryException | OutOfMemoryError e) {
      throw new NoHostMemory(function, content.limit(), String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      throw new Broken(function, "a stream that Arrow's own reader takes", e.toString());
    }
  }

  /** Ends it. */
  void end() {
    view.close();
  }
}

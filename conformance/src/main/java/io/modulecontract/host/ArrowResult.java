package io.modulecontract.host;

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
public final class ArrowResult implements AutoCloseable {

  private final String function;
  private final ByteBuffer stream;
  private boolean closed;

  private ArrowResult(String function, ByteBuffer stream) {
    this.function = function;
    this.stream = stream;
  }

  static ArrowResult of(String function, ByteBuffer stream) throws Broken {
    return new ArrowResult(function, stream);
  }

  /** The bytes of the stream, which cannot be written. */
  public ByteBuffer bytes() {
    return open().asReadOnlyBuffer();
  }

  /**
   * Reads batch after batch, each a copy; so one batch at a time is in the host's memory. The caller
   * closes the reader, before the reading ends. It may throw {@link OutOfMemoryException}.
   */
  public ArrowReader reader(BufferAllocator allocator) {
    return new ArrowStreamReader(new AreaChannel(open().duplicate()), allocator);
  }

  /**
   * A copy of the whole table, which the caller owns and closes.
   *
   * @throws NoHostMemory when there is no room for it; then nothing is left of it
   */
  public ArrowTable copy(BufferAllocator allocator) throws ExchangeFailed {
    try {
      return ArrowTable.copy(open().duplicate(), allocator);
    } catch (OutOfMemoryException | OutOfMemoryError e) {
      throw new NoHostMemory(function, stream.limit(), String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      throw new Broken(function, "a stream that can be read", e.toString());
    }
  }

  private ByteBuffer open() {
    if (closed) {
      throw new IllegalStateException("the reading of this result is over");
    }
    return stream;
  }

  @Override
  public void close() {
    closed = true;
  }
}

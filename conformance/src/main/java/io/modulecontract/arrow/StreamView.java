package io.modulecontract.arrow;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sound stream to be read where it lies, value by value, without a copy. Its bytes are somebody
 * else's: once it is closed, it and all that it gave refuse to read on.
 */
public final class StreamView implements AutoCloseable {

  private final SoundStream stream;
  private byte @Nullable [] bytes;

  /** Views a stream whose bytes stay as they are until the view is closed. */
  public StreamView(SoundStream stream) {
    this.stream = stream;
    bytes = stream.bytes();
  }

  /** The columns. */
  public TableSchema schema() {
    return stream.schema();
  }

  /** The rows of all batches. */
  public long rows() {
    return stream.rows();
  }

  /** The batches, in order. */
  public List<BatchView> batches() {
    return IntStream.range(0, stream.batchCount())
        .mapToObj(number -> new BatchView(this, stream.batches().get(number)))
        .toList();
  }

  /** The bytes of the stream, read-only. A buffer that was handed out cannot be taken back. */
  public ByteBuffer content() {
    return ByteBuffer.wrap(bytes(), stream.from(), stream.length()).slice().asReadOnlyBuffer();
  }

  byte[] bytes() {
    byte[] open = bytes;
    if (open == null) {
      throw new IllegalStateException("this table was read in place, and the reading is over");
    }
    return open;
  }

  /** Ends the reading. */
  @Override
  public void close() {
    bytes = null;
  }
}

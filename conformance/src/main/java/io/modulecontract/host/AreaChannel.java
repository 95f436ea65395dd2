package io.modulecontract.host;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Bytes to be read one after the other, such as those of an area. */
final class AreaChannel implements ReadableByteChannel {

  private final ByteBuffer bytes;

  AreaChannel(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer target) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int count = Math.min(bytes.remaining(), target.remaining());
    target.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}

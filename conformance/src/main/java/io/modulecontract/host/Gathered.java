package io.modulecontract.host;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A place to write to where nothing is written yet: it keeps what there is to copy, in order, and
 * so knows the exact length before there is an area. Buffers outside the Java heap are kept as they
 * are, and whoever writes them keeps them alive; the few bytes between them are copied.
 */
final class Gathered implements WritableByteChannel {

  private final List<ByteBuffer> parts = new ArrayList<>();
  private final ByteArrayOutputStream between = new ByteArrayOutputStream();
  private long length;

  @Override
  public int write(ByteBuffer source) {
    int count = source.remaining();
    if (source.isDirect()) {
      endBetween();
      parts.add(source.duplicate());
      source.position(source.limit());
    } else {
      byte[] copy = new byte[count];
      source.get(copy);
      between.writeBytes(copy);
    }
    length += count;
    return count;
  }

  private void endBetween() {
    if (between.size() > 0) {
      parts.add(ByteBuffer.wrap(between.toByteArray()));
      between.reset();
    }
  }

  /** How many bytes there are. */
  long length() {
    return length;
  }

  /** What there is to copy. */
  List<ByteBuffer> parts() {
    endBetween();
    return List.copyOf(parts);
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

package io.modulecontract.fuzz;

import java.io.ByteArrayOutputStream;

/** Makes the bytes of programs: for seeds, and for tests. */
final class Encoder {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A program in which no request for memory is refused. */
  Encoder() {
    out.write(0);
  }

  /** A program in which the k-th request for memory is refused, counted from 1, at most 16. */
  static Encoder refusing(int k) {
    Encoder encoder = new Encoder();
    encoder.out.reset();
    encoder.out.write(Decoder.REFUSES + k - 1);
    return encoder;
  }

  Encoder allocate(int size) {
    out.write(Operation.ALLOCATE.first(0));
    return u16(size);
  }

  Encoder write(byte[] content) {
    out.write(Operation.WRITE.first(0));
    return payload(content);
  }

  Encoder release(int pick) {
    out.write(Operation.RELEASE.first(pick));
    return this;
  }

  Encoder releaseDead(int pick) {
    out.write(Operation.RELEASE_DEAD.first(pick));
    return this;
  }

  Encoder call(int function, byte[] content) {
    out.write(Operation.CALL.first(function));
    return payload(content);
  }

  /** A call with streams: the bytes that say which follow as they are. */
  Encoder callStreams(int function, byte[] streams) {
    out.write(Operation.CALL.first(function));
    out.writeBytes(streams);
    return this;
  }

  Encoder callArea(int function, int pick, int how) {
    out.write(Operation.CALL_AREA.first(function));
    out.write(pick);
    out.write(how);
    return this;
  }

  Encoder grow(int size) {
    out.write(Operation.GROW.first(0));
    u16(size);
    return u16(size >>> 16);
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private Encoder payload(byte[] content) {
    u16(content.length);
    out.writeBytes(content);
    return this;
  }

  private Encoder u16(int value) {
    out.write(value);
    out.write(value >>> 8);
    return this;
  }
}

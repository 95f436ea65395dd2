package io.modulecontract.arrow;

/**
 * One message of a stream: marker, length, metadata, body. All of it lies within the stream.
 *
 * @param kind what it is
 * @param start where its marker lies in the array
 * @param metadata where its metadata begins
 * @param body where its body begins
 * @param end where the next message begins
 * @param envelope the outer table of the metadata
 * @param header the table of this kind
 */
record MessageParts(
    MessageKind kind,
    int start,
    int metadata,
    int body,
    int end,
    FlatTable envelope,
    FlatTable header) {

  private static final int VERSION_4 = 3;
  private static final int VERSION_5 = 4;

  /**
   * The message that begins at a position.
   *
   * @param bytes the array
   * @param start where its marker must lie; 8 bytes are there
   * @param length of the metadata, as the message says
   * @param to the stream's end
   */
  static MessageParts of(byte[] bytes, int start, long length, int to) {
    int metadata = start + 8;
    if (length % 8 != 0) {
      throw new ReadStop(FlawKind.FRAMING, "length", "a multiple of 8", length);
    }
    if (length > to - metadata) {
      String rest = (to - metadata) + " bytes";
      throw new ReadStop(FlawKind.CUT, "metadata", length + " bytes", rest);
    }
    int body = metadata + (int) length;
    FlatTable envelope = new FlatBytes(bytes, metadata, body).root();
    int version = envelope.i16(0, 0);
    if (version != VERSION_4 && version != VERSION_5) {
      throw new ReadStop(FlawKind.NOT_SERVED, "metadata", "version 4 or 5", "number " + version);
    }
    MessageKind kind = MessageKind.of(envelope.u8(1));
    long bodyLength = envelope.i64(3);
    if (bodyLength < 0 || bodyLength % 8 != 0) {
      throw new ReadStop(FlawKind.FRAMING, "body length", "a multiple of 8", bodyLength);
    }
    if (bodyLength > to - body) {
      String rest = (to - body) + " bytes";
      throw new ReadStop(FlawKind.CUT, "body", bodyLength + " bytes", rest);
    }
    FlatTable header = envelope.needed(2, "a message's header");
    int end = body + (int) bodyLength;
    return new MessageParts(kind, start, metadata, body, end, envelope, header);
  }

  int metadataLength() {
    return body - metadata;
  }

  int bodyLength() {
    return end - body;
  }
}

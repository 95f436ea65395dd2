package io.modulecontract.fuzz;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** What is UTF-8. */
final class Text {

  private Text() {}

  /** Whether the first so many bytes are. */
  static boolean isUtf8(byte[] bytes, int length) {
    int ascii = 0;
    while (ascii < length && bytes[ascii] >= 0) {
      ascii++;
    }
    if (ascii == length) {
      return true;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(length - ascii);
    return decoder.decode(ByteBuffer.wrap(bytes, ascii, length - ascii), text, true).isUnderflow();
  }
}

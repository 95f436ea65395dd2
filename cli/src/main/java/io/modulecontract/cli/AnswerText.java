package io.modulecontract.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Shows what a module answered. */
final class AnswerText {

  private static final int ROW = 16;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private AnswerText() {}

  /** The text that the bytes are, else the bytes in rows: address, hexadecimal, what is ASCII. */
  static String of(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return dump(bytes);
    }
  }

  /** A number as it is, and as a signed one where that is another. */
  static String of(long number) {
    int signed = (int) number;
    return signed < 0 ? number + " (as a signed number " + signed + ")" : Long.toString(number);
  }

  private static String dump(byte[] bytes) {
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += ROW) {
      int to = Math.min(from + ROW, bytes.length);
      StringBuilder ascii = new StringBuilder();
      for (int i = from; i < to; i++) {
        ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
      }
      rows.add(String.format("%08x  %-47s  %s", from, HEX.formatHex(bytes, from, to), ascii));
    }
    return String.join(System.lineSeparator(), rows);
  }
}

package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Both ways to look at text find what Java's own decoder finds. */
class Utf8Test {

  /** Around each border of the table of well-formed sequences (Unicode, section 3.9). */
  private static final int[] BYTES = {
    0x00, 0x41, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
    0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFE, 0xFF
  };

  /** Of a fourth byte nothing counts but whether it goes on with a character. */
  private static final int[] LAST = {0x41, 0x80, 0xBF, 0xC2};

  private static boolean decodes(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void agree(byte[] bytes, int from, int to) {
    boolean expected = decodes(bytes, from, to);
    boolean words = Utf8Words.valid(bytes, from, to);
    boolean places = Utf8.flaw(bytes, from, to) < 0;
    if (words != expected || places != expected) {
      String shown = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
      assertEquals(expected, words, () -> "by words: " + shown);
      assertEquals(expected, places, () -> "by places: " + shown);
    }
  }

  /** Each four of these bytes, at the borders of words and at the end. */
  @Test
  void everySequenceOfBorderBytes() {
    byte[] bytes = new byte[24];
    for (int at : new int[] {0, 5, 6}) {
      Arrays.fill(bytes, (byte) 'x');
      for (int first : BYTES) {
        for (int second : BYTES) {
          for (int third : BYTES) {
            for (int fourth : LAST) {
              bytes[at] = (byte) first;
              bytes[at + 1] = (byte) second;
              bytes[at + 2] = (byte) third;
              bytes[at + 3] = (byte) fourth;
              agree(bytes, 0, at + 4);
              agree(bytes, 0, bytes.length);
            }
          }
        }
      }
    }
  }

  /** Text of all lengths, as it is, cut anywhere, and with one byte changed. */
  @Test
  void textThatIsCutOrChanged() {
    SplittableRandom random = new SplittableRandom(7);
    String pieces = "a line of plain text that fills some words äß世界😀\u07ff\ud7ff\ue000\uffff";
    int[] characters = pieces.codePoints().toArray();
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      int from = random.nextInt(characters.length);
      boolean run = random.nextBoolean();
      for (int j = 0; j < length; j++) {
        int at = run ? from + j : random.nextInt(characters.length);
        text.appendCodePoint(characters[at % characters.length]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      for (int to = 0; to <= bytes.length; to++) {
        agree(bytes, 0, to);
        agree(bytes, to, bytes.length);
      }
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) BYTES[random.nextInt(BYTES.length)];
        agree(bytes, 0, bytes.length);
      }
    }
  }
}

package io.modulecontract.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

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

  /** The same behind the first block of a long text, across its border, and in it. */
  @Test
  void sequencesOfBorderBytesInLongText() {
    int border = Utf8Blocks.BEFORE + Utf8Blocks.SIZE;
    byte[] bytes = "é".repeat(border / 2 + 8).getBytes(StandardCharsets.UTF_8);
    for (int at : new int[] {border - 9, border - 3, border - 2, border - 1}) {
      byte[] whole = bytes.clone();
      int from = at - 1 & ~1;
      int to = from + 8;
      for (int first : BYTES) {
        for (int second : BYTES) {
          for (int third : LAST) {
            for (int fourth : LAST) {
              whole[at] = (byte) first;
              whole[at + 1] = (byte) second;
              whole[at + 2] = (byte) third;
              whole[at + 3] = (byte) fourth;
              boolean words = Utf8Words.valid(whole, 0, whole.length);
              if (words != decodes(whole, from, to)) {
                fail(words + ": " + HexFormat.ofDelimiter(" ").formatHex(whole, from, to));
              }
            }
          }
        }
      }
    }
  }

  /** Blocks of plain text and of other, as they are, cut, and with one byte changed. */
  @Test
  void longTextThatIsCutOrChanged() {
    SplittableRandom random = new SplittableRandom(11);
    int[] others = "äß世界😀\u07ff\ud7ff\ue000\uffff".codePoints().toArray();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int runs = random.nextInt(8); runs >= 0; runs--) {
        text.append("x".repeat(random.nextInt(random.nextBoolean() ? 40 : 3000)));
        for (int j = random.nextInt(random.nextBoolean() ? 3 : 1500); j > 0; j--) {
          text.appendCodePoint(others[random.nextInt(others.length)]);
        }
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      agree(bytes, 0, bytes.length);
      for (int j = 0; j < 4; j++) {
        int cut = random.nextInt(bytes.length + 1);
        agree(bytes, 0, cut);
        agree(bytes, cut, bytes.length);
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
          changed[random.nextInt(changed.length)] = (byte) BYTES[random.nextInt(BYTES.length)];
          agree(changed, 0, changed.length);
        }
      }
    }
  }

  /** Where plain text ends is never behind a byte of other text, and soon before the first. */
  @Test
  void plainTextEndsBeforeOther() {
    for (int length = 0; length < 80; length++) {
      for (int other = 0; other <= length; other++) {
        byte[] bytes = new byte[length + 3];
        if (other < length) {
          bytes[other + 1] = (byte) 0x80;
        }
        bytes[0] = (byte) 0xFF;
        bytes[length + 1] = (byte) 0xFF;
        int end = Utf8Words.plain(bytes, 1, length + 1) - 1;
        String shown = other + " of " + length + ": " + end;
        assertTrue(end <= other && other - end < Long.BYTES, shown);
        assertEquals(other == length, end == length, shown);
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

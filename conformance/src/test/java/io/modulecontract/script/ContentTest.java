package io.modulecontract.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads: their bytes, how they are shown, and that smaller ones are of the same kind. */
class ContentTest {

  private static Content hex(String digits) {
    return Content.of(HexFormat.of().parseHex(digits));
  }

  private static List<Content> smaller(Content content) {
    return Contents.smaller(content).stream()
        .map(candidate -> candidate.get())
        .flatMap(Optional::stream)
        .toList();
  }

  @Test
  void aUnitIsRepeatedAndTheTailFollowsOnce() {
    Content content = Content.of("ab", 3).and((byte) 'c').and((byte) 0);
    assertArrayEquals(new byte[] {'a', 'b', 'a', 'b', 'a', 'b', 'c', 0}, content.bytes());
    assertEquals(8, content.length());
    assertEquals(3, content.times());
    assertArrayEquals(new byte[] {'a', 'b', 'c', 0}, content.repeated(1).bytes());
    assertEquals(0, Content.of("").length());
    assertEquals(0, Content.of("", 1_000_000).times());
  }

  @Test
  void nobodyChangesOneFromOutside() {
    byte[] bytes = {1, 2};
    Content content = Content.of(bytes);
    bytes[0] = 9;
    content.unit()[0] = 9;
    content.bytes()[0] = 9;
    assertArrayEquals(new byte[] {1, 2}, content.bytes());
    Content tailed = content.and((byte) 3);
    tailed.tail()[0] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, tailed.bytes());
  }

  @Test
  void equalOnesHaveEqualParts() {
    assertEquals(Content.of("ab", 2), Content.of("ab", 2));
    assertEquals(Content.of("ab", 2).hashCode(), Content.of("ab", 2).hashCode());
    assertNotEquals(Content.of("ab", 2), Content.of("ab", 3));
    assertNotEquals(Content.of("ab", 2), Content.of("ac", 2));
    assertNotEquals(Content.of("ab", 2), Content.of("ab", 2).and((byte) 0));
  }

  @Test
  void isShownShortly() {
    assertEquals("\"Hi\"", Content.of("Hi").toString());
    assertEquals("48 69 00", Content.of("Hi").and((byte) 0).toString());
    assertEquals("c3 a9", Content.of("\u00e9").toString());
    assertEquals("\"a\" x 1000", Content.of("a", 1_000).toString());
    assertEquals("\"a\" x 1000 + 00", Content.of("a", 1_000).and((byte) 0).toString());
    assertEquals("22", Content.of("\"").toString());
    String shown = Content.of(new byte[5_000]).toString();
    assertEquals("00 ".repeat(20) + "… (5000 bytes)", shown);
    assertEquals('"' + "x".repeat(59) + "… (100 bytes)", Content.of("x".repeat(100)).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"616263", "61626300", "61006263", "c3a9e282ac00", "61ff62", "ff", "00"})
  void smallerOnesAreOfTheSameKind(String digits) {
    Content content = hex(digits);
    for (Content candidate : smaller(content)) {
      byte[] bytes = candidate.bytes();
      assertTrue(bytes.length < content.length(), candidate::toString);
      assertEquals(isText(content.bytes()), isText(bytes), candidate::toString);
      assertEquals(endsInNul(content.bytes()), endsInNul(bytes), candidate::toString);
      assertEquals(nulInside(content.bytes()), nulInside(bytes), candidate::toString);
    }
  }

  @Test
  void theSmallestOfAKindIsReached() {
    assertEquals(List.of(), smaller(hex("ff")));
    assertEquals(List.of(), smaller(hex("00")));
    assertEquals(List.of(Content.of("")), smaller(Content.of("a")));
    assertEquals(hex("ff"), smallest(hex("61ff62")));
    assertEquals(hex("00"), smallest(hex("61626300")));
    assertEquals(hex("0000"), smallest(hex("61006200")));
    assertEquals(Content.of(""), smallest(Content.of("a", 1 << 20)));
    assertEquals(Content.of("a", 1), smaller(Content.of("a", 1 << 20)).get(0));
  }

  private static Content smallest(Content content) {
    Content smallest = content;
    for (List<Content> next = smaller(content); !next.isEmpty(); next = smaller(smallest)) {
      smallest = next.get(0);
    }
    return smallest;
  }

  private static boolean isText(byte[] bytes) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    return Arrays.equals(bytes, decoded.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean endsInNul(byte[] bytes) {
    return bytes.length > 0 && bytes[bytes.length - 1] == 0;
  }

  private static boolean nulInside(byte[] bytes) {
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}

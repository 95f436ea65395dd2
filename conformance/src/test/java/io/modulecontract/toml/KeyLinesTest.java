package io.modulecontract.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines are counted right behind everything that a TOML text may hold. */
class KeyLinesTest {

  @Test
  void everyFormOfTomlIsPassed() {
    String text =
        """
        # [a comment] = 1
        first = 1

        "quoted key" = "a \\" # no comment \\n"
        block = \"""
        [no.table]
        \\"\""" ends it not \"""\"
        raw = '''
        no = "key"'''
        'literal' = 'back\\'
        list = [
          1, # one
          { a = 2, b.c = [ "]" ] },
        ]
        [table . "sub"]   # header
        time = 1979-05-27 07:32:00
        [[entry]]
        name = "}"
        [[entry]]
        name = 1
        [[entry.inner]]
        name = 2
        [[entry.inner]]
        name = 3
        [[entry]]
        [[entry.inner]]
        name = 4
        [entry.table]
        name = 5
        """;
    Map<String, Integer> lines = new HashMap<>();
    KeyLines.of(text).forEach((path, place) -> lines.put(path, place.line()));
    assertEquals(2, lines.get("first"));
    assertEquals(4, lines.get("quoted key"));
    assertEquals(5, lines.get("block"));
    assertEquals(8, lines.get("raw"));
    assertEquals(10, lines.get("literal"));
    assertEquals(11, lines.get("list"));
    assertEquals(12, lines.get("list[0]"));
    assertEquals(13, lines.get("list[1].a"));
    assertEquals(13, lines.get("list[1].b.c[0]"));
    assertEquals(15, lines.get("table.sub"));
    assertEquals(16, lines.get("table.sub.time"));
    assertEquals(17, lines.get("entry[0]"));
    assertEquals(18, lines.get("entry[0].name"));
    assertEquals(20, lines.get("entry[1].name"));
    assertEquals(22, lines.get("entry[1].inner[0].name"));
    assertEquals(24, lines.get("entry[1].inner[1].name"));
    assertEquals(27, lines.get("entry[2].inner[0].name"));
    assertEquals(29, lines.get("entry[2].table.name"));
    assertEquals(null, lines.get("entry.inner[0].name"));
    assertEquals(null, lines.get("no"));
  }

  /** The text is no TOML behind the key that stands there twice, and the search for it ends. */
  @ParameterizedTest
  @ValueSource(strings = {"b = [ } ]", "b = [ 1 } ]", "b = { c = } }", "b = [[[", "b = }", "="})
  void aKeyTwiceIsFoundBeforeWhateverFollows(String rest) {
    String twice = "line 2: expected each key once, found `a` again";
    assertEquals(Optional.of(twice), KeyLines.twice("a = 1\na = 2\n" + rest));
  }

  @Test
  void depthWithoutEndIsNoEndOfTheStack() {
    String deep = "a = 1\na = 2\nb = " + "[".repeat(200_000);
    assertTrue(KeyLines.twice(deep).isPresent());
  }
}

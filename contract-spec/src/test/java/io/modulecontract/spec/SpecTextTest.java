package io.modulecontract.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecTextTest {

  private static final String TEXT = SpecText.packagedMarkdown();

  @Test
  void aSectionIsReadWhole() {
    Section section = SpecText.packaged().section(Clause.ALLOC_06);
    assertEquals(Clause.ALLOC_06, section.clause());
    assertEquals(Level.SHOULD, section.level());
    assertEquals(
        "A request that cannot be met returns 0; it does not trap. The guest SHOULD stay usable, so"
            + " that the host can release something and go on.",
        section.norm());
    assertEquals(
        "a trap loses the whole instance with everything in it; a 0 loses one request.",
        section.intent());
    assertEquals(
        "the requests of ALLOC-05; and small ones in a memory that is full, with thousands of live"
            + " areas, where a guest's own table may have to grow. A trap is the breach.",
        section.checked());
    assertEquals(Clause.ALLOC_06.lookFirst() + ".", section.lookFirst());
    assertEquals("### <a id=\"alloc-06\"></a>ALLOC-06 · SHOULD", line(section.line()));
  }

  @Test
  void everyClauseHasItsSection() {
    SpecText text = SpecText.packaged();
    for (Clause clause : Clause.values()) {
      assertEquals(clause, text.section(clause).clause());
      assertFalse(text.section(clause).checked().contains("\n"));
    }
    assertEquals(Clause.values().length, text.sections().size());
  }

  /** Each row damages the first section; the message names the line and what is wrong there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ></a>MOD-01 · MUST           | ></a>MOD-01, MUST              | expected ### <a id=
          ></a>MOD-01 · MUST           | ></a>mod-01 · MUST             | no clause has the id mod-01
          ></a>MOD-01 · MUST           | ></a>MOD-01 · OUGHT            | no level is called OUGHT
          > The binary is well         | The binary is well             | expected text behind >
          - **Intent:** no engine      | - **Aim:** no engine           | expected - **Intent:**
          - **Checked:** the file      | - **Check:** the file          | expected - **Checked:**
          - **Look first:** whether    | - **Look:** whether            | expected - **Look first:**
          an upload).                  | an upload).~Read on.           | expected the next heading
          """)
  void whatIsNotASectionIsNamedWithItsLine(String old, String damage, String expected) {
    assertTrue(TEXT.contains(old), old);
    String now = damage.replace('~', '\n');
    String doctored = TEXT.replace(old, now);
    int end = doctored.indexOf(now) + now.length();
    long line = doctored.substring(0, end).lines().count();
    String message =
        assertThrows(SpecFormatException.class, () -> SpecText.parse(doctored)).getMessage();
    assertTrue(message.startsWith("SPEC.md line " + line + ": " + expected), message);
  }

  private static String line(int number) {
    return TEXT.lines().skip(number - 1L).findFirst().orElseThrow();
  }
}

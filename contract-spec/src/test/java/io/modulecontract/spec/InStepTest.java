package io.modulecontract.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text and code say the same; and each kind of difference between them is seen. */
class InStepTest {

  private static final String TEXT = SpecText.packagedMarkdown();

  @Test
  void textAndCodeSayTheSame() {
    assertEquals(List.of(), InStep.differences(TEXT));
  }

  @Test
  void aConstantWithoutASectionIsSeen() {
    int from = TEXT.indexOf("### <a id=\"alloc-07\">");
    int to = TEXT.indexOf("### <a id=\"alloc-08\">");
    assertSeen(TEXT.substring(0, from) + TEXT.substring(to), "no section for ALLOC-07");
  }

  @Test
  void aSectionWithoutAConstantIsSeen() {
    String section = "### <a id=\"alloc-12\"></a>ALLOC-12 · MUST\n";
    assertSeen(swap("## DEALLOC ·", section + "\n## DEALLOC ·"), "no clause has the id ALLOC-12");
  }

  @Test
  void anAnchorOfAnotherClauseIsSeen() {
    assertSeen(swap("<a id=\"alloc-07\">", "<a id=\"alloc-08\">"), "expected the anchor alloc-07");
  }

  @Test
  void anAnchorOutsideOfTheSectionsIsSeen() {
    assertSeen(swap("## Terms", "## <a id=\"terms\"></a>Terms"), "an anchor outside");
  }

  @Test
  void anAnchorThatStandsTwiceIsSeen() {
    int from = TEXT.indexOf("### <a id=\"mod-02\">");
    int to = TEXT.indexOf("### <a id=\"mod-03\">");
    String twice = TEXT.substring(0, to) + TEXT.substring(from, to) + TEXT.substring(to);
    assertSeen(twice, "MOD-02 stands in line");
  }

  @Test
  void anotherOrderIsSeen() {
    int first = TEXT.indexOf("### <a id=\"alloc-07\">");
    int second = TEXT.indexOf("### <a id=\"alloc-08\">");
    int third = TEXT.indexOf("### <a id=\"alloc-09\">");
    String turned =
        TEXT.substring(0, first)
            + TEXT.substring(second, third)
            + TEXT.substring(first, second)
            + TEXT.substring(third);
    assertSeen(turned, "headings");
  }

  @Test
  void anotherLevelIsSeen() {
    assertSeen(swap("ALLOC-08 · SHOULD", "ALLOC-08 · MUST"), "ALLOC-08 level");
  }

  @Test
  void anotherStatementIsSeen() {
    assertSeen(swap("> Live areas are pairwise", "> Live areas are mostly"), "ALLOC-02 norm");
  }

  @Test
  void aNormOfAnotherLevelIsSeen() {
    assertSeen(swap("the pointer SHOULD be a", "the pointer MUST be a"), "ALLOC-08 norm");
    assertSeen(swap("the pointer SHOULD be a", "the pointer is a"), "ALLOC-08 norm");
  }

  @Test
  void anotherLookFirstIsSeen() {
    assertSeen(swap("** a table of fixed length", "** a table"), "ALLOC-11 look first");
  }

  @Test
  void anotherFamilyHeadingIsSeen() {
    assertSeen(swap("## LEAK · Leaks", "## LEAK · Losses"), "headings");
    assertSeen(swap("## LEAK · Leaks\n", ""), "headings");
  }

  private static void assertSeen(String doctored, String expected) {
    List<String> differences = InStep.differences(doctored);
    assertTrue(
        differences.stream().anyMatch(difference -> difference.contains(expected)),
        () -> "expected " + expected + ", found " + differences);
  }

  private static String swap(String old, String replacement) {
    assertTrue(TEXT.contains(old), old);
    return TEXT.replace(old, replacement);
  }
}

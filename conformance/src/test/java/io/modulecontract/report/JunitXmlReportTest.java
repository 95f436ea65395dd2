package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Conclusion;
import io.modulecontract.verdict.RunResult;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JunitXmlReportTest {

  private static final RunResult ALL =
      Runs.of(Runs.broken(), Runs.sound(), Runs.missing(), Runs.undecided(), Runs.hostile());

  @Test
  void hasTheStructureThatCiServersRead() {
    Element root = parse(ALL);
    assertEquals("testsuites", root.getTagName());
    List<Element> suites = Xml.children(root);
    assertEquals(5, suites.size());
    for (Element suite : suites) {
      assertEquals("testsuite", suite.getTagName());
      assertFalse(suite.getAttribute("name").isEmpty());
      assertDoesNotThrow(() -> LocalDateTime.parse(suite.getAttribute("timestamp")));
      assertSeconds(suite);
      for (Element testCase : Xml.children(suite)) {
        assertTestCase(testCase);
      }
    }
  }

  private static void assertTestCase(Element testCase) {
    assertEquals("testcase", testCase.getTagName());
    assertFalse(testCase.getAttribute("name").isEmpty());
    assertFalse(testCase.getAttribute("classname").isEmpty());
    assertSeconds(testCase);
    List<Element> results = Xml.children(testCase);
    assertTrue(results.size() <= 1, testCase.getAttribute("name"));
    for (Element result : results) {
      String name = result.getTagName();
      assertTrue(Set.of("failure", "error", "skipped", "system-out").contains(name), name);
      assertEquals(
          !name.equals("system-out"), !result.getAttribute("message").isEmpty(), "message");
      assertEquals(
          Set.of("failure", "error").contains(name), !result.getAttribute("type").isEmpty());
    }
  }

  @Test
  void countsWhatItHolds() {
    Element root = parse(ALL);
    for (Element suite : Xml.children(root)) {
      assertCounts(suite);
      assertEquals(Xml.all(suite, "skipped").size(), number(suite, "skipped"));
    }
    assertCounts(root);
    assertEquals(4 * 68 + 1, number(root, "tests"));
  }

  private static void assertCounts(Element element) {
    assertEquals(Xml.all(element, "testcase").size(), number(element, "tests"));
    assertEquals(Xml.all(element, "failure").size(), number(element, "failures"));
    assertEquals(Xml.all(element, "error").size(), number(element, "errors"));
  }

  @Test
  void namesEachCaseByFamilyIdAndStatement() {
    List<Element> cases = Xml.all(parse(Runs.of(Runs.sound())), "testcase");
    assertEquals(Clause.values().length, cases.size());
    for (Clause clause : Clause.values()) {
      Element testCase = cases.get(Clause.ids().indexOf(clause.id()));
      assertEquals(clause.family().name(), testCase.getAttribute("classname"));
      assertEquals(clause.id() + " " + clause.statement(), testCase.getAttribute("name"));
    }
  }

  @Test
  void tellsEachOutcomeAsItsKind() {
    Element root = parse(Runs.of(Runs.broken()));
    Element failure = only(root, Clause.ALLOC_04, "failure");
    assertEquals("MUST", failure.getAttribute("type"));
    assertEquals(
        "expected two live areas with different pointers, or 0,"
            + " but allocate(0) -> 1, allocate(0) -> 1, both live",
        failure.getAttribute("message"));
    String text = failure.getTextContent();
    assertTrue(
        text.contains("\n           2  allocate(0) -> 1        <- same address as 1\n"), text);
    assertEquals(
        "there is no descriptor", only(root, Clause.MOD_06, "skipped").getAttribute("message"));
    Element error = only(root, Clause.LEAK_01, "error");
    assertEquals("the interpreter shows no leak", error.getAttribute("message"));
    assertTrue(error.getTextContent().contains("blame      the engine\n"));
    assertEquals(
        "the time was over after 3 of 10 rounds",
        only(root, Clause.LEAK_04, "skipped").getAttribute("message"));
    assertTrue(Xml.children(testCase(root, Clause.MOD_01)).isEmpty());
  }

  @Test
  void failsAShouldOnlyUnderStrict() {
    Element loose = parse(Runs.of(Runs.warned(Conclusion.CONFORMS)));
    assertEquals(0, number(loose, "failures"));
    String out = only(loose, Clause.ALLOC_08, "system-out").getTextContent();
    assertTrue(out.startsWith("SHOULD not kept: expected a multiple of 8, but allocate(9)"), out);

    Element strict = parse(Runs.strict(Runs.warned(Conclusion.DOES_NOT_CONFORM)));
    assertEquals(1, number(strict, "failures"));
    assertEquals("SHOULD", only(strict, Clause.ALLOC_08, "failure").getAttribute("type"));
  }

  @Test
  void isNotGreenWhereAModuleCouldNotRun() {
    Element root = parse(Runs.of(Runs.missing()));
    List<Element> cases = Xml.all(root, "testcase");
    assertEquals(1, cases.size());
    Element error = Xml.children(cases.get(0)).get(0);
    assertEquals("error", error.getTagName());
    assertEquals("there is no such file", error.getAttribute("message"));
    assertEquals(1, number(root, "errors"));
  }

  @Test
  void keepsHostileTextAsText() {
    Element root = parse(Runs.of(Runs.hostile()));
    String safe = Printable.of(Runs.HOSTILE);
    assertEquals(safe + ".wasm", Xml.children(root).get(0).getAttribute("name"));
    Element failure = only(root, Clause.ALLOC_01, "failure");
    assertEquals("expected " + safe + ", but " + safe, failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("call " + safe), failure.getTextContent());
    assertTrue(Xml.all(root, "script").isEmpty());
  }

  private static void assertSeconds(Element element) {
    assertTrue(element.getAttribute("time").matches("\\d+\\.\\d{3}"), element.getAttribute("time"));
  }

  private static Element only(Element root, Clause clause, String name) {
    List<Element> results = Xml.children(testCase(root, clause));
    assertEquals(1, results.size(), clause.id());
    assertEquals(name, results.get(0).getTagName());
    return results.get(0);
  }

  private static Element testCase(Element root, Clause clause) {
    return Xml.all(root, "testcase").stream()
        .filter(element -> element.getAttribute("name").startsWith(clause.id() + " "))
        .findFirst()
        .orElseThrow();
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private static Element parse(RunResult run) {
    return Xml.parse(new JunitXmlReport().render(run));
  }
}

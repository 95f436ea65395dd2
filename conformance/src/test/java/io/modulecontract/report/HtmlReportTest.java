package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HtmlReportTest {

  private static final RunResult ALL =
      Runs.of(Runs.broken(), Runs.sound(), Runs.missing(), Runs.undecided(), Runs.hostile());

  private final Element page = parse(ALL);

  @Test
  void saysTheVerdictFirst() {
    assertEquals("✔ Conforms", heading(Runs.of(Runs.sound())));
    assertEquals("✘ Does not conform", heading(Runs.of(Runs.sound(), Runs.broken())));
    assertEquals("? Inconclusive", heading(Runs.of(Runs.undecided())));
    assertEquals("? Could not run", heading(ALL));
  }

  private static String heading(RunResult run) {
    return Xml.all(parse(run), "h1").get(0).getTextContent();
  }

  @Test
  void needsNothingFromElsewhere() {
    for (String name : List.of("script", "link", "img", "iframe", "object", "base", "form")) {
      assertTrue(Xml.all(page, name).isEmpty(), name);
    }
    for (Element element : Xml.all(page, "*")) {
      assertFalse(element.hasAttribute("src"), element.getTagName());
      assertFalse(element.hasAttribute("style"), element.getTagName());
    }
    assertFalse(Xml.all(page, "style").get(0).getTextContent().contains("url("));
    assertEquals("default-src 'none'; style-src 'unsafe-inline'", policy());
  }

  private String policy() {
    return Xml.all(page, "meta").stream()
        .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
        .map(meta -> meta.getAttribute("content"))
        .collect(Collectors.joining());
  }

  @Test
  void holdsItsStyleAsABrowserReadsIt() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      byte[] style = Objects.requireNonNull(in).readAllBytes();
      String text = new String(style, StandardCharsets.UTF_8);
      assertTrue(new HtmlReport().render(ALL).contains(text), "escaped, or not there");
      assertTrue(text.contains("prefers-color-scheme: dark"), text);
    }
  }

  @Test
  void linksOnlyToPlacesOnThePage() {
    Set<String> anchors = new HashSet<>();
    for (Element element : Xml.all(page, "*")) {
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || anchors.add("#" + id), "twice: " + id);
    }
    List<Element> links = Xml.all(page, "a");
    assertFalse(links.isEmpty());
    for (Element link : links) {
      assertTrue(anchors.contains(link.getAttribute("href")), link.getAttribute("href"));
    }
  }

  @Test
  void hasARowForEveryClause() {
    Element table = Xml.all(parse(Runs.of(Runs.broken())), "table").get(0);
    List<String> ids =
        Xml.all(table, "th").stream()
            .filter(cell -> cell.getAttribute("scope").equals("row"))
            .map(Element::getTextContent)
            .toList();
    assertEquals(Clause.ids(), ids);
    List<String> outcomes =
        Xml.all(table, "td").stream()
            .filter(cell -> cell.getAttribute("class").equals("outcome"))
            .map(Element::getTextContent)
            .filter(outcome -> !outcome.equals("✔ passed"))
            .toList();
    assertEquals(
        List.of(
            "– not applicable", "✘ broken", "! warning", "✘ broken", "? undecided", "? undecided"),
        outcomes);
    assertTrue(table.getTextContent().contains("there is no descriptor"));
  }

  @Test
  void showsAFailureInFull() {
    Element card = card("module-1-alloc-04");
    String text = card.getTextContent();
    assertTrue(text.contains(Runs.SAME_ADDRESS.expected()), text);
    assertTrue(text.contains(Runs.SAME_ADDRESS.actual()), text);
    assertTrue(text.contains("2 operations (shrunk from 147)"), text);
    assertTrue(text.contains("wasm_allocate"), text);
    // Words of code are set as code, without their backticks.
    assertTrue(text.contains(Clause.ALLOC_04.lookFirst().replace("`", "")), text);
    assertTrue(text.contains("← same address as 1"), text);
    assertTrue(text.contains("contract-spec/SPEC.md#alloc-04"), text);
    assertEquals(
        Runs.SAME_ADDRESS.reproducer() + "\n", Xml.all(card, "pre").get(0).getTextContent());
  }

  @Test
  void showsEveryStepOfALongSequence() {
    List<String> steps =
        Xml.all(card("module-1-dealloc-02"), "li").stream().map(Element::getTextContent).toList();
    assertEquals(Runs.LONG.sequence().stream().map(Step::call).toList(), steps);
  }

  @Test
  void saysWhoIsToBlameForWhatDidNotRepeat() {
    String text = card("module-1-leak-01").getTextContent();
    assertTrue(text.contains("the interpreter shows no leak"), text);
    assertTrue(text.contains("Blamethe engine"), text);
  }

  @Test
  void saysWhyAModuleCouldNotRun() {
    String text = parse(Runs.of(Runs.missing())).getTextContent();
    assertTrue(text.contains("Why it could not run: there is no such file"), text);
  }

  @Test
  void setsCodeInASentenceApart() {
    List<String> code =
        Xml.all(parse(Runs.of(Runs.missing(), Runs.sound())), "td").stream()
            .flatMap(cell -> Xml.all(cell, "code").stream())
            .map(Element::getTextContent)
            .toList();
    assertEquals(List.of("memory", "_start", "_initialize", "memory.grow"), code);
  }

  @Test
  void keepsHostileTextAsText() {
    String title = Xml.all(page, "h2").get(4).getTextContent();
    assertEquals(Printable.of(Runs.HOSTILE) + ".wasm ✘ Does not conform", title);
    String html = new HtmlReport().render(ALL);
    assertTrue(html.codePoints().allMatch(c -> c == '\n' || Printable.isPrintable(c)), html);
  }

  private Element card(String id) {
    return Xml.all(page, "article").stream()
        .filter(card -> card.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Element parse(RunResult run) {
    String html = new HtmlReport().render(run);
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), html);
    return Xml.parse(html);
  }

  @Test
  void showsWhatWasMeasuredBesideItsClause() {
    List<String> said =
        Xml.all(parse(Runs.of(Runs.measured("little <b>"))), "span").stream()
            .filter(span -> span.getAttribute("class").equals("why"))
            .map(Element::getTextContent)
            .toList();
    assertEquals(List.of("Measured: little <b>"), said);
  }

  @Test
  void tellsWhatWasSeenOfClausesThatWereNotAskedFor() {
    Element other = parse(Runs.of(Runs.seenBesides()));
    List<String> told = Xml.all(other, "p").stream().map(Element::getTextContent).toList();
    String seen =
        "Also seen: ALLOC-04, CALL-15 broken: not asked for, so neither confirmed nor counted.";
    assertTrue(told.contains(seen), told.toString());
  }
}

package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modulecontract.report.ConsoleReport;
import io.modulecontract.report.Printable;
import io.modulecontract.report.ReportFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.verdict.RunResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The writers of reports: a module's own texts stay texts, in every format. */
class ReportTextTest {

  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)");
  private static final RunResult PLAIN = HostileRun.of("x");

  @FuzzTest(maxDuration = "5m")
  void staysText(byte[] bytes) throws Exception {
    String text = HostileRun.text(bytes);
    RunResult run = HostileRun.of(text);
    Path folder = Files.createTempDirectory("reports");
    try {
      List<Path> files = ReportFiles.write(run, folder);
      String console = new ConsoleReport(false, 100).render(run, files);
      assertPrintable(console);
      json(read(folder, "report.json"), text);
      xml(read(folder, "junit.xml"));
      html(read(folder, "index.html"));
      assertPrintable(read(folder, "summary.md"));
      new ObjectMapper().readTree(read(folder, "report.sarif"));
    } finally {
      delete(folder);
    }
  }

  private static void json(String report, String text) throws IOException {
    JsonNode module = new ObjectMapper().readTree(report).get("modules").get(0);
    assertEquals(text + ".wasm", module.get("file").textValue());
    assertEquals(text, module.get("functions").get(0).get("name").textValue());
  }

  private static void xml(String report)
      throws ParserConfigurationException, IOException, SAXException {
    assertPrintable(report);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(report)));
    int cases = document.getElementsByTagName("testcase").getLength();
    assertEquals(PLAIN.modules().get(0).clauses().size(), cases);
    assertEquals(HostileRun.FAILED, document.getElementsByTagName("failure").getLength());
  }

  private static void html(String report) throws ReportWriteException, IOException {
    assertPrintable(report);
    assertEquals(tags(Plain.HTML), tags(report));
  }

  /** All tags in order; a sentence may set code apart, which is harmless. */
  private static List<String> tags(String html) {
    return TAG.matcher(html)
        .results()
        .map(tag -> tag.group())
        .filter(tag -> !tag.endsWith("code"))
        .toList();
  }

  private static void assertPrintable(String report) {
    report.lines().forEach(line -> assertEquals(Printable.of(line), line));
    assertTrue(report.indexOf('\r') < 0);
  }

  private static String read(Path folder, String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** The page of a run without hostile texts, made once. */
  private static final class Plain {

    static final String HTML = html();

    private static String html() {
      try {
        Path folder = Files.createTempDirectory("reports");
        ReportFiles.write(PLAIN, folder);
        String html = read(folder, "index.html");
        delete(folder);
        return html;
      } catch (IOException | ReportWriteException e) {
        throw new AssertionError(e);
      }
    }
  }
}

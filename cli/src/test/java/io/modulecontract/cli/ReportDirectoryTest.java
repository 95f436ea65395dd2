package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reports cannot be written, the user is told, and told early where that is possible. */
final class ReportDirectoryTest {

  private static final String CLAUSE = "--clause=MOD-01";

  @TempDir private Path directory;
  private Path module = Path.of("");
  private Path inTheWay = Path.of("");

  @BeforeEach
  void makeFiles() throws IOException {
    module = Prebuilt.file(directory, "greeting");
    inTheWay = Files.writeString(directory.resolve("notes"), "mine");
  }

  @Test
  void fileIsInTheWay() throws IOException {
    CommandLineRun.check(inTheWay, CLAUSE, module)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains("The report directory " + inTheWay, inTheWay + " is a file, no directory");
    assertEquals("mine", Files.readString(inTheWay));
  }

  @Test
  void pathLeadsThroughAFile() {
    Path below = inTheWay.resolve("reports");
    CommandLineRun.check(below, CLAUSE, module)
        .ends(ModuleContract.COULD_NOT_RUN)
        .complains("The report directory " + below, inTheWay + " is a file, no directory");
  }

  @Test
  void oneReportCannotBeReplaced() throws IOException {
    Files.createDirectories(directory.resolve("reports/report.json/full"));
    Path reports = directory.resolve("reports");
    CommandLineRun run = CommandLineRun.check(reports, CLAUSE, module);
    run.ends(ModuleContract.COULD_NOT_RUN).shows("CONFORMS · 1 clause ran");
    assertTrue(run.err().contains("report.json cannot be written"), run::err);
    try (Stream<Path> files = Files.list(reports)) {
      List<String> drafts =
          files.map(Path::getFileName).map(Path::toString).filter(n -> n.endsWith(".tmp")).toList();
      assertEquals(List.of(), drafts);
    }
  }

  @Test
  void isMadeWithAllAboveIt() throws IOException {
    Path reports = directory.resolve("a/b c/reports");
    CommandLineRun.check(reports, CLAUSE, module).ends(0).shows("reports: " + reports);
    for (String name :
        List.of("index.html", "report.json", "junit.xml", "report.sarif", "summary.md")) {
      assertTrue(Files.size(reports.resolve(name)) > 0, name);
    }
    assertEquals(module.toString(), CommandLineRun.report(reports).at("/modules/0/file").asText());
    assertFalse(Files.exists(directory.resolve("target")));
  }
}

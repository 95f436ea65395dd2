package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.verdict.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

  private static final RunResult RUN =
      Runs.of(Runs.broken(), Runs.sound(), Runs.missing(), Runs.hostile());

  private static final List<String> NAMES =
      List.of("index.html", "report.json", "junit.xml", "report.sarif", "summary.md");

  @TempDir private Path temporary;

  @Test
  void writesEveryReportAndNothingElse() throws IOException, ReportWriteException {
    Path directory = temporary.resolve("not").resolve("there yet");
    List<Path> files = ReportFiles.write(RUN, directory);
    assertEquals(NAMES.stream().map(directory::resolve).toList(), files);
    assertEquals(NAMES.stream().sorted().toList(), names(directory));
    assertEquals(
        new JsonReport().render(RUN),
        Files.readString(directory.resolve("report.json"), StandardCharsets.UTF_8));
    assertEquals(
        new HtmlReport().render(RUN),
        Files.readString(directory.resolve("index.html"), StandardCharsets.UTF_8));
  }

  @Test
  void replacesWhatIsThereWithTheSameBytes() throws IOException, ReportWriteException {
    Files.writeString(temporary.resolve("report.json"), "x".repeat(1_000_000));
    for (Path file : ReportFiles.write(RUN, temporary)) {
      byte[] first = Files.readAllBytes(file);
      ReportFiles.write(RUN, temporary.resolve("again"));
      Path second = temporary.resolve("again").resolve(file.getFileName());
      assertEquals(-1, Files.mismatch(file, second), file.toString());
      assertTrue(first.length < 1_000_000, file.toString());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void followsALinkToADirectory() throws IOException, ReportWriteException {
    Path directory = Files.createDirectory(temporary.resolve("real"));
    ReportFiles.write(RUN, Files.createSymbolicLink(temporary.resolve("link"), directory));
    assertEquals(NAMES.stream().sorted().toList(), names(directory));
  }

  @Test
  void saysThatAFileIsInTheWay() throws IOException {
    Path file = Files.writeString(temporary.resolve("reports"), "mine");
    assertEquals(
        "The report directory " + file + " cannot be made: " + file + " is a file, no directory.",
        refusal(file));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void saysThatAFileIsInTheWayFurtherUp() throws IOException {
    Path file = Files.writeString(temporary.resolve("reports"), "mine");
    Path directory = file.resolve("deep").resolve("deeper");
    assertEquals(
        "The report directory "
            + directory
            + " cannot be made: "
            + file
            + " is a file, no directory.",
        refusal(directory));
  }

  @Test
  void leavesNoDraftBehindWhereAReportCannotBeWritten() throws IOException {
    Path taken = temporary.resolve("junit.xml");
    Files.createDirectories(taken.resolve("full"));
    String message = refusal(temporary);
    assertEquals(
        "The report " + taken + " cannot be written: a directory of that name is in the way.",
        message);
    assertEquals(List.of("index.html", "junit.xml", "report.json"), names(temporary));
  }

  private static String refusal(Path directory) {
    String message =
        assertThrows(ReportWriteException.class, () -> ReportFiles.write(RUN, directory))
            .getMessage();
    assertTrue(message != null && !message.contains("Exception"), message);
    return String.valueOf(message);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

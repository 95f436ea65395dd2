package io.modulecontract.report;

import io.modulecontract.verdict.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes a run's result as files, in every format there is. */
public final class ReportFiles {

  private static final List<ReportFormat> FORMATS =
      List.of(
          new HtmlReport(),
          new JsonReport(),
          new JunitXmlReport(),
          new SarifReport(),
          new MarkdownReport());

  private ReportFiles() {}

  /**
   * Writes all reports; a file that is there already is replaced as a whole, never in part.
   *
   * @param run what was decided
   * @param directory where to; it is made when it is not there
   * @return the files that were written
   * @throws ReportWriteException when the directory or a file cannot be written
   */
  public static List<Path> write(RunResult run, Path directory) throws ReportWriteException {
    // All texts first: a format that cannot be made must not leave the others behind alone.
    Map<String, String> texts = new LinkedHashMap<>();
    FORMATS.forEach(format -> texts.put(format.fileName(), format.render(run)));
    prepare(directory);
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = directory.resolve(text.getKey());
      write("The report", file, text.getValue());
      files.add(file);
    }
    return List.copyOf(files);
  }

  /**
   * Makes the directory of the reports, and tries whether a file can be written there.
   *
   * @throws ReportWriteException when it cannot
   */
  public static void prepare(Path directory) throws ReportWriteException {
    prepare("The report directory", directory);
  }

  /**
   * Makes a directory, and tries whether a file can be written there.
   *
   * @param what what it is, for the message
   * @throws ReportWriteException when it cannot
   */
  public static void prepare(String what, Path directory) throws ReportWriteException {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new ReportWriteException(
          what + " " + name(directory) + " cannot be made: " + obstacle(directory, e), e);
    }
    try {
      Files.delete(Files.createTempFile(directory, ".module-contract", ".tmp"));
    } catch (IOException e) {
      throw new ReportWriteException(
          what
              + " "
              + name(directory)
              + " cannot be written to: "
              + why(directory.resolve("a file"), e),
          e);
    }
  }

  /**
   * Writes a file as a whole or not at all.
   *
   * @param what what it is, for the message, such as {@code The report}
   * @throws ReportWriteException when it cannot be written
   */
  public static void write(String what, Path file, String text) throws ReportWriteException {
    try {
      replace(file, text);
    } catch (IOException e) {
      throw new ReportWriteException(
          what + " " + name(file) + " cannot be written: " + why(file, e), e);
    }
  }

  /** Writes beside the file and moves it there, so that no reader ever meets half a report. */
  private static void replace(Path file, String text) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(
          draft,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      try {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String name(Path path) {
    return Printable.of(path.toString());
  }

  /** What is in the way of a directory: the nearest file above it says more than the system. */
  private static String obstacle(Path directory, IOException e) {
    Path nearest = directory.toAbsolutePath();
    while (nearest.getParent() != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    if (Files.isRegularFile(nearest)) {
      return name(nearest) + " is a file, no directory.";
    }
    return why(directory, e);
  }

  static String why(Path path, IOException e) {
    if (Files.isDirectory(path)) {
      return "a directory of that name is in the way.";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied.";
    }
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return "a directory on the way to it is missing.";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return Printable.of(system.getReason()) + ".";
    }
    return Printable.of(String.valueOf(e.getMessage())) + ".";
  }
}

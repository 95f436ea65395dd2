package io.modulecontract.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.finding.Finding;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.finding.Settings;
import io.modulecontract.finding.UnreadableFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A suspect as a worker leaves it to be confirmed: a finding that can be read as one.
 *
 * @param finding what was found
 * @param shrunkFrom how many actions the program had in which it was seen first
 */
record SuspectFile(Finding finding, int shrunkFrom) {

  /** The ending of a suspect's file. */
  static final String ENDING = ".json";

  /** The ending as long as the search for a smaller script goes on. */
  static final String FIRST = ".first";

  /**
   * Writes a suspect.
   *
   * @param executions how many programs its worker had run when it was seen, this one counted
   * @param millis how long its worker had been running them
   * @param file where it goes
   */
  static void write(Suspect suspect, FuzzSubject subject, long executions, long millis, Path file)
      throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", Finding.FORMAT);
    root.putObject("module")
        .put("file", subject.file().name())
        .put("sha256", subject.file().sha256());
    root.put("clause", suspect.clause().id());
    root.put("seed", Long.toString(subject.policy().seed()));
    root.put("effort", "standard");
    root.put("actual", suspect.actual());
    root.put("shrunkFrom", suspect.shrunkFrom());
    root.put("executions", executions).put("millis", millis);
    JsonNode saved = tree(settings(subject).with(suspect.course()));
    root.set("settings", saved.get("settings"));
    root.set("course", saved.get("course"));
    WholeFile.write(file, root.toPrettyString().getBytes(StandardCharsets.UTF_8));
  }

  static Settings settings(FuzzSubject subject) {
    return new Settings(
        subject.policy().memoryPages(),
        subject.policy().deadline(),
        subject.descriptor().profile(),
        subject.descriptor(),
        subject.policy().grants().names());
  }

  /**
   * Reads what a worker left, perhaps in an earlier run.
   *
   * @throws UnreadableFinding when it is no such file; the message says why
   */
  static SuspectFile read(Path file) throws UnreadableFinding {
    Finding finding = FindingReader.read(file);
    try {
      return new SuspectFile(finding, tree(Files.readString(file)).path("shrunkFrom").asInt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json);
  }
}

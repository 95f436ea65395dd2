package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command line that ran in this JVM.
 *
 * @param exit the exit code
 * @param out what it printed as its result
 * @param err what it printed beside that
 */
record CommandLineRun(int exit, String out, String err) {

  private static final Pattern STACK_TRACE =
      Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(|^Exception in thread|^Caused by:");

  /** Runs this command line. */
  static CommandLineRun of(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        ModuleContract.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandLineRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs {@code check}, quickly and with a fixed seed, and has the reports in this directory. */
  static CommandLineRun check(Path reports, Object... arguments) {
    Stream<Object> fixed =
        Stream.of("check", "--effort=quick", "--seed=7", "--report-dir=" + reports);
    return of(Stream.concat(fixed, Arrays.stream(arguments)).toArray());
  }

  /** Asserts the exit code, and that nothing looks like a crash. */
  CommandLineRun ends(int expected) {
    assertEquals(expected, exit, this::toString);
    assertFalse(STACK_TRACE.matcher(out + err).find(), this::toString);
    return this;
  }

  /** Asserts that the result has these texts; how lines are wrapped does not matter. */
  CommandLineRun shows(String... texts) {
    has(out, texts);
    return this;
  }

  /** Asserts that nothing but one complaint with these texts was printed. */
  CommandLineRun complains(String... texts) {
    assertEquals("", out);
    assertTrue(err.startsWith("error: "), this::toString);
    assertTrue(err.lines().count() <= 3, this::toString);
    has(err, texts);
    return this;
  }

  private void has(String printed, String... texts) {
    String line = printed.replaceAll("\\s+", " ");
    assertAll(
        Arrays.stream(texts)
            .map(text -> () -> assertTrue(line.contains(text), () -> text + "\nin " + this)));
  }

  /** What is in {@code report.json}. */
  static JsonNode report(Path reports) throws IOException {
    return new ObjectMapper().readTree(Files.readString(reports.resolve("report.json")));
  }

  /** The row of a clause, for one of the modules. */
  static JsonNode row(JsonNode module, String clause) {
    for (JsonNode row : module.path("clauses")) {
      if (row.path("id").asText().equals(clause)) {
        return row;
      }
    }
    throw new AssertionError("no row " + clause + " in " + module);
  }
}

package io.modulecontract.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modulecontract.abi.Limits;
import io.modulecontract.abi.U32;
import io.modulecontract.program.Program;
import io.modulecontract.program.SymptomKind;
import io.modulecontract.script.Action;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads a finding, and trusts nothing in it. */
public final class FindingReader {

  private static final long MOST_BYTES = 64L << 20;
  private static final long LONGEST_MILLIS = 86_400_000;

  private FindingReader() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableFinding when it cannot be read or is no finding
   */
  public static Finding read(Path file) throws UnreadableFinding {
    try {
      if (Files.isDirectory(file)) {
        throw new UnreadableFinding(file + ": expected a finding, found a directory");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableFinding(file + ": expected a finding, found more than 64 MiB");
      }
      return of(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new UnreadableFinding(file + ": no such file");
    } catch (CharacterCodingException e) {
      throw new UnreadableFinding(file + ": expected JSON in UTF-8");
    } catch (IOException e) {
      throw new UnreadableFinding(file + ": cannot be read: " + e.getMessage());
    } catch (UnreadableFinding e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith(file + ":") ? e : new UnreadableFinding(file + ": " + message);
    }
  }

  /**
   * Reads a text.
   *
   * @throws UnreadableFinding when it is no finding
   */
  public static Finding of(String text) throws UnreadableFinding {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      String where =
          place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
      throw UnreadableFinding.at(where, "JSON", "something else");
    }
    JsonFields fields = new JsonFields(root, "");
    String format = fields.text("format");
    if (!format.equals(Finding.FORMAT)) {
      throw UnreadableFinding.at("format", "'" + Finding.FORMAT + "'", "'" + format + "'");
    }
    JsonFields module = fields.object("module");
    JsonFields settings = fields.object("settings");
    String id = fields.text("clause");
    return new Finding(
        module.text("file"),
        module.text("sha256"),
        Clause.byId(id).orElseThrow(() -> fields.wrong("clause", "a clause")),
        seed(fields),
        fields.text("effort"),
        (int) settings.number("memoryPages", 1, Limits.MOST_PAGES),
        Duration.ofMillis(settings.number("deadlineMs", 1, LONGEST_MILLIS)),
        fields.text("actual"),
        course(fields.object("course")));
  }

  private static long seed(JsonFields fields) throws UnreadableFinding {
    try {
      return Long.parseLong(fields.text("seed"));
    } catch (NumberFormatException e) {
      throw fields.wrong("seed", "a whole number of 64 bits, as a text");
    }
  }

  private static Course course(JsonFields fields) throws UnreadableFinding {
    String kind = fields.text("replay");
    return switch (kind) {
      case "operations" -> operations(fields);
      case "actions" -> actions(fields);
      case "binary" -> new Course.Binary();
      case "start" -> new Course.Starting();
      case "by check" -> byCheck(fields);
      default -> throw fields.wrong("replay", "operations, actions, binary, start or 'by check'");
    };
  }

  private static Course operations(JsonFields fields) throws UnreadableFinding {
    Program.Builder program = Program.builder();
    int index = 0;
    for (String text : fields.texts("operations")) {
      OperationText.read(text, fields.at("operations[" + index++ + "]"), program);
    }
    return new Course.Operations(
        program.build(),
        fields.constants("also", SymptomKind.class),
        fields.number("stackPointer", 0, U32.MAX));
  }

  /** Of the sequences the check makes its own, but one that fuzzing may have found. */
  private static Course byCheck(JsonFields fields) throws UnreadableFinding {
    if (!fields.has("sequence")) {
      return new Course.ByCheck();
    }
    JsonFields sequence = fields.object("sequence");
    return sequence.text("kind").equals("refused growth")
        ? new Course.ByCheck(new Sequence.RefusedGrowth(script(sequence)))
        : new Course.ByCheck();
  }

  private static Course actions(JsonFields fields) throws UnreadableFinding {
    return new Course.Actions(
        script(fields), fields.constants("also", Look.class), fields.flag("watched"));
  }

  private static Script script(JsonFields fields) throws UnreadableFinding {
    List<Action> actions = new ArrayList<>();
    for (JsonNode node : fields.list("actions")) {
      String where = fields.at("actions[" + actions.size() + "]");
      actions.add(ActionJson.read(node, where, actions.size()));
    }
    return new Script(actions);
  }
}

package io.modulecontract.arrow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lines of JSON, one object each: {@code {"command": "test", "config": {"filename":
 * "a.txt"}}}. A column that is left out is null. How values look says {@link JsonValues}.
 */
public final class JsonRows {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonRows() {}

  /**
   * The rows of a text, in one batch. Empty lines are left out.
   *
   * @throws UnreadableRows if a line is no object, or a value does not fit its column
   */
  public static Table read(TableSchema schema, String lines) throws UnreadableRows {
    return table(schema, lines(lines));
  }

  /**
   * The objects of a text, one to a line. Empty lines are left out.
   *
   * @throws UnreadableRows if a line is no object
   */
  public static List<JsonRow> lines(String lines) throws UnreadableRows {
    List<JsonRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        rows.add(object(line, number));
      }
    }
    return rows;
  }

  /**
   * A text that is one object, on however many lines.
   *
   * @throws UnreadableRows if it is none
   */
  public static JsonRow object(String text) throws UnreadableRows {
    return object(text, 1);
  }

  private static JsonRow object(String text, int line) throws UnreadableRows {
    try {
      JsonNode row = JSON.readTree(text);
      if (row instanceof ObjectNode object) {
        return new JsonRow(line, object);
      }
      String found = row.isMissingNode() ? "nothing" : JsonValues.shown(row);
      throw new UnreadableRows("expected a JSON object, found " + found).inLine(line);
    } catch (JacksonException wrong) {
      JsonLocation at = wrong.getLocation();
      String why = wrong.getOriginalMessage().lines().findFirst().orElse("no JSON");
      throw new UnreadableRows(
              "character "
                  + (at == null ? 1 : at.getColumnNr())
                  + ": expected a JSON object, found: "
                  + why)
          .inLine(at == null ? line : line + at.getLineNr() - 1);
    }
  }

  /**
   * Rows as a table of one batch.
   *
   * @throws UnreadableRows if a value does not fit its column, or a member is no column
   */
  public static Table table(TableSchema schema, List<JsonRow> rows) throws UnreadableRows {
    List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
    for (JsonRow row : rows) {
      try {
        values.add(row(schema, row.values()));
      } catch (UnreadableRows wrong) {
        throw wrong.inLine(row.line());
      }
    }
    return Table.ofRows(schema, values);
  }

  private static List<@Nullable Object> row(TableSchema schema, ObjectNode row)
      throws UnreadableRows {
    checkNames(row, schema.plans(), "");
    List<@Nullable Object> values = new ArrayList<>();
    for (ColumnPlan plan : schema.plans()) {
      values.add(JsonValues.read(plan, row.get(plan.field().getName())));
    }
    return values;
  }

  /** Checks that an object has no member that is no column. */
  static void checkNames(JsonNode row, List<ColumnPlan> plans, String inside)
      throws UnreadableRows {
    Set<String> known = new HashSet<>();
    plans.forEach(plan -> known.add(plan.field().getName()));
    for (var names = row.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new UnreadableRows(
            inside
                + "expected only the columns "
                + plans.stream()
                    .map(plan -> plan.field().getName())
                    .collect(Collectors.joining(", "))
                + ", found `"
                + name
                + "`");
      }
    }
  }

  /** The rows of a table as lines that {@link #read} takes; each ends in a line feed. */
  public static String write(Table table) {
    StringBuilder lines = new StringBuilder();
    List<ColumnPlan> plans = table.tableSchema().plans();
    for (List<@Nullable Object> row : table.rows()) {
      ObjectNode line = JSON.createObjectNode();
      for (int i = 0; i < plans.size(); i++) {
        line.set(plans.get(i).field().getName(), JsonValues.write(plans.get(i), row.get(i)));
      }
      lines.append(line).append('\n');
    }
    return lines.toString();
  }
}

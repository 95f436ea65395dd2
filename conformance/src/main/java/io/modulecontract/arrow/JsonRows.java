package io.modulecontract.arrow;

import com.fasterxml.jackson.core.JacksonException;
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
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        try {
          rows.add(row(schema, line));
        } catch (UnreadableRows wrong) {
          throw wrong.inLine(number);
        }
      }
    }
    return Table.ofRows(schema, rows);
  }

  private static List<@Nullable Object> row(TableSchema schema, String line) throws UnreadableRows {
    JsonNode row;
    try {
      row = JSON.readTree(line);
    } catch (JacksonException wrong) {
      int at = wrong.getLocation() == null ? 1 : wrong.getLocation().getColumnNr();
      String why = wrong.getOriginalMessage().lines().findFirst().orElse("no JSON");
      throw new UnreadableRows("character " + at + ": expected a JSON object, found: " + why);
    }
    if (!row.isObject()) {
      throw new UnreadableRows("expected a JSON object, found " + JsonValues.shown(row));
    }
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

package io.modulecontract.cli.table;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows as JSON objects, one on each line. */
final class JsonRows {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonRows() {}

  /** The objects of all lines; empty lines are passed over. */
  static List<SourceRow> lines(String source, String text) throws WrongTable {
    List<SourceRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      if (!line.isBlank()) {
        rows.add(new SourceRow("line " + number, object(source, "line " + number + ", ", line)));
      }
    }
    return rows;
  }

  /** One object. */
  static JsonNode object(String source, String line, String text) throws WrongTable {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        throw new WrongTable(source, line + "expected an object {…}, found " + kind(node));
      }
      return node;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String column = at == null ? "" : "column " + at.getColumnNr() + ": ";
      throw new WrongTable(
          source, line + column + "expected JSON, found: " + e.getOriginalMessage());
    }
  }

  private static String kind(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}

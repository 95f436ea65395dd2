package io.modulecontract.arrow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.arrow.vector.types.pojo.Schema;

/** Schemas as authors give them: Arrow's JSON form, or a stream that has one. */
public final class SchemaText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaText() {}

  /**
   * The schema in Arrow's JSON form: {@code {"fields": [{"name": "id", "nullable": false, "type":
   * {"name": "int", "bitWidth": 64, "isSigned": false}, "children": []}]}}.
   *
   * @throws UnsupportedSchema if the text is no such schema, or has a column that the suite cannot
   *     make; the message says where and why, in one sentence
   */
  public static TableSchema read(String json) throws UnsupportedSchema {
    try {
      checkShape(JSON.readTree(json));
      return TableSchema.of(Schema.fromJSON(json));
    } catch (JacksonException wrong) {
      throw new UnsupportedSchema(
          "schema: " + place(wrong) + firstLine(wrong.getOriginalMessage()));
    } catch (IOException | IllegalArgumentException | IllegalStateException wrong) {
      throw new UnsupportedSchema("schema: " + firstLine(wrong.getMessage()));
    }
  }

  /**
   * The schema of a sample stream.
   *
   * @throws UnsupportedSchema if the bytes are no valid stream; the message says what is wrong
   */
  public static TableSchema ofSample(byte[] stream) throws UnsupportedSchema {
    StreamReading reading = StreamReader.read(stream, 0, stream.length, StreamEnd.OPTIONAL);
    if (reading instanceof StreamReading.Flawed flawed) {
      throw new UnsupportedSchema("sample stream: " + flawed.flaw());
    }
    return ((SoundStream) reading).schema();
  }

  /** Arrow's JSON form of a schema, on several lines. */
  public static String json(TableSchema schema) {
    return schema.schema().toJson();
  }

  /** What Arrow's own reader of JSON would answer with an exception that names no column. */
  private static void checkShape(JsonNode schema) throws UnsupportedSchema {
    if (!schema.path("fields").isArray()) {
      throw new UnsupportedSchema(
          "schema: expected an object with a list \"fields\", found "
              + (schema.isObject() ? "an object without one" : schema.getNodeType()));
    }
    checkFields(schema.get("fields"), "fields");
  }

  private static void checkFields(JsonNode fields, String place) throws UnsupportedSchema {
    for (int i = 0; i < fields.size(); i++) {
      JsonNode field = fields.get(i);
      String here = place + "[" + i + "]";
      if (!field.path("name").isTextual() || !field.path("nullable").isBoolean()) {
        throw new UnsupportedSchema(
            "schema: " + here + ": expected a \"name\" and \"nullable\", true or false");
      }
      String column = here + " `" + field.get("name").asText() + "`";
      if (!field.path("type").path("name").isTextual()) {
        throw new UnsupportedSchema(
            "schema: " + column + ": expected a \"type\" with a \"name\", as {\"name\": \"utf8\"}");
      }
      if (!field.path("children").isArray()) {
        throw new UnsupportedSchema(
            "schema: " + column + ": expected a list \"children\", if only an empty one");
      }
      checkFields(field.get("children"), column + ".children");
    }
  }

  private static String place(JacksonException wrong) {
    JsonLocation at = wrong.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : "line " + at.getLineNr() + ", character " + at.getColumnNr() + ": ";
  }

  private static String firstLine(String text) {
    return text == null ? "no schema" : text.lines().findFirst().orElse("no schema");
  }
}

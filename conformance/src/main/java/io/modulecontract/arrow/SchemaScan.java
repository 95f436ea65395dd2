package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Reads the schema of a schema message. In a flatbuffer one and the same part can be named any
 * number of times; all that is named together may not be longer than the message.
 */
final class SchemaScan {

  /** No field takes less: a table, its place, its name's and its type's. */
  private static final int LEAST_FIELD = 16;

  private long left;

  private SchemaScan(long left) {
    this.left = left;
  }

  /**
   * The schema.
   *
   * @param schema its table
   * @param budget bytes of the message's metadata
   */
  static Schema of(FlatTable schema, int budget) {
    SchemaScan scan = new SchemaScan(budget);
    if (schema.i16(0, 0) != 0) {
      throw new ReadStop(
          FlawKind.NOT_SERVED, "", "numbers with the lowest byte first", schema.i16(0, 0));
    }
    schema.vector(3, 8); // What the stream may make use of; whether it does is seen elsewhere.
    Map<String, String> metadata = scan.metadata(schema, 2);
    return new Schema(scan.fields(schema.vector(1, 4), 0), metadata);
  }

  /** Checks the metadata that makers of streams add to a message; what it says is not looked at. */
  static void checkMetadata(FlatTable envelope, int budget) {
    new SchemaScan(budget).metadata(envelope, 4);
  }

  private List<Field> fields(FlatVector found, int depth) {
    if (depth > Plans.DEEPEST) {
      throw new ReadStop(
          FlawKind.LIMIT, "", "columns nested no deeper than " + Plans.DEEPEST, "deeper");
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < found.count(); i++) {
      spend(LEAST_FIELD);
      FlatTable field = found.table(i);
      String name = text(field, 0);
      try {
        fields.add(field(field, name, depth));
      } catch (ReadStop stop) {
        throw stop.inside("column `" + name + "`");
      }
    }
    return fields;
  }

  private Field field(FlatTable field, String name, int depth) {
    ArrowType type = TypeScan.of(field.u8(2), field.needed(3, "the details of a type"));
    Map<String, String> metadata = metadata(field, 6);
    FieldType kind = new FieldType(field.flag(1), type, dictionary(field), metadata);
    return new Field(name, kind, fields(field.vector(5, 4), depth + 1));
  }

  @SuppressWarnings("NullAway") // Arrow's own classes say with null that there is no dictionary.
  private static DictionaryEncoding dictionary(FlatTable field) {
    FlatTable dictionary = field.table(4);
    if (dictionary == null) {
      return null;
    }
    FlatTable index = dictionary.table(1);
    ArrowType.Int type = index == null ? new ArrowType.Int(32, true) : TypeScan.integer(index);
    return new DictionaryEncoding(dictionary.i64(0), dictionary.flag(2), type);
  }

  private Map<String, String> metadata(FlatTable table, int number) {
    FlatVector entries = table.vector(number, 4);
    if (entries.count() == 0) {
      return Map.of();
    }
    Map<String, String> metadata = new HashMap<>();
    for (int i = 0; i < entries.count(); i++) {
      spend(LEAST_FIELD);
      FlatTable entry = entries.table(i);
      metadata.put(text(entry, 0), text(entry, 1));
    }
    return metadata;
  }

  private String text(FlatTable table, int number) {
    String text = table.text(number);
    spend(text == null ? 0 : text.length());
    return text == null ? "" : text;
  }

  private void spend(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new ReadStop(
          FlawKind.LIMIT, "", "each part of the metadata named once", "parts named many times");
    }
  }
}

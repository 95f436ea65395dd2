package io.modulecontract.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of a descriptor. What is not as expected is told with its line and key.
 *
 * @param node the table
 * @param file the descriptor's file
 * @param path the table's path, empty for the whole file
 * @param name what the table is called in messages
 * @param places the place of each path
 */
record TomlTable(
    JsonNode node, String file, String path, String name, Map<String, KeyLines.Place> places) {

  private static final int MOST_DIGITS = 18;

  boolean has(String key) {
    return node.has(key);
  }

  /** Refuses every other key. */
  void only(Set<String> known) throws UnreadableDescriptor {
    for (var names = node.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      if (!known.contains(key)) {
        throw new UnreadableDescriptor(
            file
                + ": "
                + line(path(key))
                + name
                + ": unknown key `"
                + key
                + "`, expected one of "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  /** A text that must be there. */
  String text(String key) throws UnreadableDescriptor {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(key, "a text", value.isTextual() ? "an empty one" : kind(value));
    }
    return value.textValue();
  }

  /** A text, or what it is without one. */
  String text(String key, String otherwise) throws UnreadableDescriptor {
    return has(key) ? text(key) : otherwise;
  }

  /** {@code true} or {@code false}; without the key it is false. */
  boolean flag(String key) throws UnreadableDescriptor {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(key, "true or false", shown(value));
    }
    return value.booleanValue();
  }

  /** A whole number that must be there. */
  long number(String key) throws UnreadableDescriptor {
    JsonNode value = node.path(key);
    KeyLines.Place at = places.get(path(key));
    // The parser cuts numbers of 19 digits short, so their text is looked at, too.
    if (!value.isIntegralNumber() || at == null || at.number().length() > MOST_DIGITS) {
      String found = value.isNumber() && at != null ? at.number() : shown(value);
      throw wrong(key, "a whole number of at most " + MOST_DIGITS + " digits", found);
    }
    return value.longValue();
  }

  /** Texts; without the key there are none. */
  List<String> texts(String key) throws UnreadableDescriptor {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isArray()) {
      throw wrong(key, "a list of texts", kind(value));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : value) {
      if (!entry.isTextual()) {
        throw wrong(key + "[" + texts.size() + "]", "a text", kind(entry));
      }
      texts.add(entry.textValue());
    }
    return texts;
  }

  /** {@code [key]}; without the key an empty table. */
  TomlTable table(String key) throws UnreadableDescriptor {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isObject()) {
      throw wrong(key, "[" + key + "]", "a " + kind(value));
    }
    return new TomlTable(value, file, path(key), "[" + key + "]", places);
  }

  /** {@code [[key]]}, or a list of tables; without the key there are none. */
  List<TomlTable> tables(String key) throws UnreadableDescriptor {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isArray()) {
      throw wrong(key, "[[" + key + "]]", "a " + kind(value));
    }
    List<TomlTable> tables = new ArrayList<>();
    for (JsonNode entry : value) {
      String place = key + "[" + tables.size() + "]";
      if (!entry.isObject()) {
        throw wrong(place, "tables", "a " + kind(entry));
      }
      String title = (path.isEmpty() ? "[[" + key + "]]" : key) + " number " + (tables.size() + 1);
      tables.add(new TomlTable(entry, file, path(place), title, places));
    }
    return tables;
  }

  /** A mistake at a key of this table. */
  UnreadableDescriptor wrong(String key, String expected, String found) {
    String which = key.replaceFirst("\\[\\d+\\]$", "");
    String place = places.containsKey(path(key)) ? path(key) : path;
    return new UnreadableDescriptor(
        file
            + ": "
            + line(place)
            + name
            + ", key `"
            + which
            + "`: expected "
            + expected
            + ", found "
            + found);
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String line(String place) {
    KeyLines.Place at = places.get(place);
    return at == null ? "" : "line " + at.line() + ": ";
  }

  private static String shown(JsonNode value) {
    return value.isTextual() ? "\"" + value.textValue() + "\"" : kind(value);
  }

  static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "nothing";
      case OBJECT -> "table";
      case ARRAY -> "list";
      case STRING -> "text";
      default -> node.getNodeType().toString().toLowerCase(Locale.ROOT);
    };
  }
}

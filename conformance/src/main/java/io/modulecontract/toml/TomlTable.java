package io.modulecontract.toml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A table of a TOML file. What is not as expected is told with the file, its line and its key. */
public final class TomlTable {

  private static final int MOST_DIGITS = 18;

  private final JsonNode node;
  private final String file;
  private final String path;
  private final String name;
  private final Map<String, KeyLines.Place> places;

  /**
   * A table.
   *
   * @param node the table
   * @param file the file, as messages call it
   * @param path the table's path, empty for the whole file
   * @param name what the table is called in messages
   * @param places the place of each path
   */
  TomlTable(
      JsonNode node, String file, String path, String name, Map<String, KeyLines.Place> places) {
    this.node = node;
    this.file = file;
    this.path = path;
    this.name = name;
    this.places = places;
  }

  /** Whether the table has this key. */
  public boolean has(String key) {
    return node.has(key);
  }

  /** Refuses every other key. */
  public void only(Set<String> known) throws WrongToml {
    for (var names = node.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      if (!known.contains(key)) {
        throw new WrongToml(
            file
                + ": "
                + line(path(key))
                + name
                + ": unknown key `"
                + WrongToml.shown(key)
                + "`, expected one of "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  /** A text that must be there. */
  public String text(String key) throws WrongToml {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(key, "a text", value.isTextual() ? "an empty one" : kind(value));
    }
    return value.textValue();
  }

  /** A text that must be there, though it may be empty. */
  public String anyText(String key) throws WrongToml {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw wrong(key, "a text", kind(value));
    }
    return value.textValue();
  }

  /** A text, or what it is without one. */
  public String text(String key, String otherwise) throws WrongToml {
    return has(key) ? text(key) : otherwise;
  }

  /** {@code true} or {@code false}; without the key it is false. */
  public boolean flag(String key) throws WrongToml {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(key, "true or false", shown(value));
    }
    return value.booleanValue();
  }

  /** A whole number that must be there. */
  public long number(String key) throws WrongToml {
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
  public List<String> texts(String key) throws WrongToml {
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
  public TomlTable table(String key) throws WrongToml {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isObject()) {
      throw wrong(key, "[" + key + "]", "a " + kind(value));
    }
    return new TomlTable(value, file, path(key), "[" + key + "]", places);
  }

  /** {@code [[key]]}, or a list of tables; without the key there are none. */
  public List<TomlTable> tables(String key) throws WrongToml {
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
  public WrongToml wrong(String key, String expected, String found) {
    String which = key.replaceFirst("\\[\\d+\\]$", "");
    String place = places.containsKey(path(key)) ? path(key) : path;
    return new WrongToml(
        file
            + ": "
            + line(place)
            + name
            + ", key `"
            + which
            + "`: expected "
            + expected
            + ", found "
            + WrongToml.shown(found));
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

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "nothing";
      case OBJECT -> "table";
      case ARRAY -> "list";
      case STRING -> "text";
      default -> node.getNodeType().toString().toLowerCase(Locale.ROOT);
    };
  }
}

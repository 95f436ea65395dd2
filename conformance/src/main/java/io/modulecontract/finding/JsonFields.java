package io.modulecontract.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The fields of a JSON object, each read with its type.
 *
 * @param node the object
 * @param place where it is in its file, for messages
 */
record JsonFields(JsonNode node, String place) {

  /** Where a field is. */
  String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) throws UnreadableFinding {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw wrong(name, "a text");
    }
    return value.textValue();
  }

  boolean flag(String name) throws UnreadableFinding {
    if (!node.path(name).isBoolean()) {
      throw wrong(name, "true or false");
    }
    return node.path(name).booleanValue();
  }

  long number(String name, long least, long most) throws UnreadableFinding {
    JsonNode value = node.path(name);
    if (!value.canConvertToExactIntegral()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      throw wrong(name, "a whole number from " + least + " to " + most);
    }
    return value.longValue();
  }

  JsonFields object(String name) throws UnreadableFinding {
    if (!node.path(name).isObject()) {
      throw wrong(name, "an object");
    }
    return new JsonFields(node.path(name), at(name));
  }

  List<JsonNode> list(String name) throws UnreadableFinding {
    if (!node.path(name).isArray()) {
      throw wrong(name, "a list");
    }
    List<JsonNode> items = new ArrayList<>();
    node.path(name).forEach(items::add);
    return items;
  }

  List<String> texts(String name) throws UnreadableFinding {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name)) {
      if (!item.isTextual()) {
        throw wrong(name, "a list of texts");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** A constant, in whatever case it is written. */
  <E extends Enum<E>> E constant(String name, Class<E> type) throws UnreadableFinding {
    return constant(text(name), name, type);
  }

  <E extends Enum<E>> Set<E> constants(String name, Class<E> type) throws UnreadableFinding {
    Set<E> constants = EnumSet.noneOf(type);
    for (String text : texts(name)) {
      constants.add(constant(text, name, type));
    }
    return constants;
  }

  private <E extends Enum<E>> E constant(String text, String name, Class<E> type)
      throws UnreadableFinding {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                UnreadableFinding.at(
                    at(name),
                    "one of " + Arrays.toString(type.getEnumConstants()),
                    "'" + text + "'"));
  }

  UnreadableFinding wrong(String name, String expected) {
    JsonNode value = node.path(name);
    String found = value.isMissingNode() ? "nothing" : value.toString();
    return UnreadableFinding.at(
        at(name), expected, found.length() > 60 ? found.substring(0, 60) + "…" : found);
  }
}

package io.modulecontract.toml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which line each key of a TOML text stands. The text has been parsed before, so it is known to
 * be TOML; this pass only counts lines, which the parser's tree does not keep.
 *
 * <p>A key is named by its path: {@code limits.memory}, {@code function[1].shape}.
 */
final class KeyLines {

  /** The parser takes no deeper nesting either. */
  private static final int DEEPEST = 1_000;

  private final String text;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Integer> tables = new HashMap<>();
  private int at;
  private int line = 1;
  private int depth;
  private @Nullable String twice;

  private KeyLines(String text) {
    this.text = text;
  }

  /**
   * Where a key stands.
   *
   * @param line its line, from 1
   * @param number its value as it is written, when that is a number or a word
   */
  record Place(int line, String number) {}

  /** The place of each path. */
  static Map<String, Place> of(String text) {
    KeyLines keys = new KeyLines(text);
    keys.scan();
    return keys.places;
  }

  /** The first key that stands there twice, with its line; what comes behind may be no TOML. */
  static Optional<String> twice(String text) {
    KeyLines keys = new KeyLines(text);
    try {
      keys.scan();
    } catch (IllegalStateException e) {
      return Optional.ofNullable(keys.twice);
    }
    return Optional.ofNullable(keys.twice);
  }

  private void found(String path) {
    places.putIfAbsent(path, new Place(line, ""));
  }

  private void again(String path, String written) {
    if (twice == null && places.containsKey(path)) {
      String key = WrongToml.shown(written);
      twice = "line " + line + ": expected each key once, found `" + key + "` again";
    }
  }

  private void scan() {
    String table = "";
    for (blanks(); at < text.length(); blanks()) {
      if (peek() == '[') {
        table = header();
      } else {
        pair(table);
      }
    }
  }

  /** {@code [a.b]} or {@code [[a]]}; the path of what follows. */
  private String header() {
    int brackets = text.startsWith("[[", at) ? 2 : 1;
    at += brackets;
    String path = key("", true);
    at += brackets;
    if (brackets == 1) {
      again("[" + path + "]", "[" + path + "]");
      found("[" + path + "]");
    } else {
      path += "[" + (tables.merge(path, 1, Integer::sum) - 1) + "]";
    }
    found(path);
    return path;
  }

  private void pair(String table) {
    String path = key(table, false);
    again("= " + path, path.substring(table.isEmpty() ? 0 : table.length() + 1));
    found("= " + path);
    at++;
    value(path);
  }

  /** A key with its dots, up to the sign behind it; in a header, of the last entry of a list. */
  private String key(String table, boolean header) {
    String path = table;
    while (true) {
      blanks();
      path += (path.isEmpty() ? "" : ".") + word();
      found(path);
      blanks();
      if (peek() != '.') {
        return path;
      }
      Integer entries = header ? tables.get(path) : null;
      if (entries != null) {
        path += "[" + (entries - 1) + "]";
      }
      at++;
    }
  }

  private String word() {
    int from = at;
    if (peek() == '"' || peek() == '\'') {
      string();
      return text.substring(from + 1, at - 1);
    }
    while (at < text.length() && "=.] \t\r\n".indexOf(peek()) < 0) {
      at++;
    }
    if (at == from) {
      throw new IllegalStateException("no key in line " + line);
    }
    return text.substring(from, at);
  }

  /** What is no TOML ends in an exception here, never in a loop or in a stack that overflows. */
  private void value(String path) {
    blanks();
    found(path);
    if (++depth > DEEPEST) {
      throw new IllegalStateException("a value too deep in line " + line);
    }
    switch (peek()) {
      case '"', '\'' -> string();
      case '[' -> array(path);
      case '{' -> inline(path);
      default -> {
        int from = at;
        while (at < text.length() && ",]}#\n".indexOf(peek()) < 0) {
          at++;
        }
        if (at == from) {
          throw new IllegalStateException("no value in line " + line);
        }
        places.put(path, new Place(line, text.substring(from, at).strip()));
      }
    }
    depth--;
  }

  private void array(String path) {
    at++;
    int index = 0;
    for (blanks(); peek() != ']'; blanks()) {
      if (peek() == ',') {
        at++;
      } else {
        value(path + "[" + index++ + "]");
      }
    }
    at++;
  }

  private void inline(String path) {
    at++;
    for (blanks(); peek() != '}'; blanks()) {
      if (peek() == ',') {
        at++;
      } else {
        pair(path);
      }
    }
    at++;
  }

  /** All four kinds: three quotes end what three began, and only double quotes know escapes. */
  private void string() {
    char quote = peek();
    String three = String.valueOf(quote).repeat(3);
    boolean block = text.startsWith(three, at);
    at += block ? 3 : 1;
    while (block ? !text.startsWith(three, at) : peek() != quote) {
      if (quote == '"' && peek() == '\\') {
        at++;
      }
      next();
    }
    at += block ? 3 : 1;
    // A block may end in one or two quotes of its own.
    while (block && at < text.length() && peek() == quote) {
      at++;
    }
  }

  private void blanks() {
    while (at < text.length() && (Character.isWhitespace(peek()) || peek() == '#')) {
      if (peek() == '#') {
        while (at < text.length() && peek() != '\n') {
          at++;
        }
      } else {
        next();
      }
    }
  }

  private void next() {
    if (peek() == '\n') {
      line++;
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalStateException("the text ends in line " + line);
    }
    return text.charAt(at);
  }
}

package io.modulecontract.toml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Turns a file into a table, whatever the file is. */
public final class TomlFile {

  private static final long MOST_BYTES = 1 << 20;

  private final String file;

  private TomlFile(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param kind what it should be, for messages, such as {@code descriptor}
   * @throws WrongToml when it is not there, too long or not TOML
   */
  public static TomlTable read(Path path, String kind) throws WrongToml {
    TomlFile text = new TomlFile(path.toString());
    try {
      return text.parse(text.content(path));
    } catch (IOException e) {
      throw text.problem("expected a readable " + kind + ", found: " + reason(e));
    }
  }

  /**
   * Takes a text that is at hand.
   *
   * @param name what messages call it
   * @throws WrongToml when it is not TOML
   */
  public static TomlTable of(String name, String content) throws WrongToml {
    return new TomlFile(name).parse(content);
  }

  private TomlTable parse(String content) throws WrongToml {
    JsonNode root;
    try {
      root = new TomlMapper().readTree(content);
    } catch (JacksonException e) {
      throw noToml(content, e);
    }
    return new TomlTable(root, file, "", "the file", KeyLines.of(content));
  }

  private WrongToml noToml(String content, JacksonException e) {
    var at = e.getLocation();
    String said = String.valueOf(e.getOriginalMessage());
    String found = "expected TOML, found: " + WrongToml.shown(said);
    if (at == null) {
      return problem(found);
    }
    boolean again = List.of("Duplicate key", "Table redefined").contains(said);
    Optional<String> twice = again ? KeyLines.twice(content) : Optional.empty();
    return problem(twice.orElse("line " + at.getLineNr() + ": " + found));
  }

  /** A pipe may never end, and no author writes a text of that length. */
  private String content(Path path) throws IOException, WrongToml {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw problem(
          "expected a file, found " + (attributes.isDirectory() ? "a directory" : "no file"));
    }
    if (attributes.size() > MOST_BYTES) {
      throw problem("expected at most " + MOST_BYTES + " bytes, found " + attributes.size());
    }
    return Files.readString(path);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "that access is denied";
    }
    return e instanceof CharacterCodingException ? "bytes that are no UTF-8" : e.toString();
  }

  private WrongToml problem(String text) {
    return new WrongToml(file + ": " + text);
  }
}

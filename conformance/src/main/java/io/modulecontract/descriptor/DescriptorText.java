package io.modulecontract.descriptor;

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

/** Turns a descriptor's file into a table, whatever the file is. */
final class DescriptorText {

  private static final long MOST_BYTES = 1 << 20;

  private final String file;

  private DescriptorText(String file) {
    this.file = file;
  }

  /** Reads a file. */
  static TomlTable read(Path path) throws UnreadableDescriptor {
    DescriptorText text = new DescriptorText(path.toString());
    try {
      return text.parse(text.content(path));
    } catch (IOException e) {
      throw text.problem("expected a readable descriptor, found: " + reason(e));
    }
  }

  /** Takes a text that is at hand. */
  static TomlTable of(String name, String content) throws UnreadableDescriptor {
    return new DescriptorText(name).parse(content);
  }

  private TomlTable parse(String content) throws UnreadableDescriptor {
    JsonNode root;
    try {
      root = new TomlMapper().readTree(content);
    } catch (JacksonException e) {
      throw noToml(content, e);
    }
    return new TomlTable(root, file, "", "the file", KeyLines.of(content));
  }

  private UnreadableDescriptor noToml(String content, JacksonException e) {
    var at = e.getLocation();
    if (at == null) {
      return problem("expected TOML, found: " + e.getOriginalMessage());
    }
    boolean again =
        List.of("Duplicate key", "Table redefined")
            .contains(String.valueOf(e.getOriginalMessage()));
    Optional<String> twice = again ? KeyLines.twice(content) : Optional.empty();
    return problem(
        twice.orElse(
            "line " + at.getLineNr() + ": expected TOML, found: " + e.getOriginalMessage()));
  }

  /** A pipe may never end, and no author writes a descriptor of that length. */
  private String content(Path path) throws IOException, UnreadableDescriptor {
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

  private UnreadableDescriptor problem(String text) {
    return new UnreadableDescriptor(file + ": " + text);
  }
}

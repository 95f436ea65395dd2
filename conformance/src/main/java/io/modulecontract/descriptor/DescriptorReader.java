package io.modulecontract.descriptor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads {@code my_module.contract.toml}:
 *
 * <pre>{@code
 * format = "module-contract/1"
 *
 * [[function]]
 * name = "wasm_memory_c_greet"
 * shape = "cstring"            # or bytes, arrow
 *
 * [[import]]
 * module = "env"
 * name = "log"
 * }</pre>
 */
public final class DescriptorReader {

  private static final String FORMAT = "module-contract/1";
  private static final String SUFFIX = ".contract.toml";
  private static final long MOST_BYTES = 1 << 20;

  private final String file;

  private DescriptorReader(String file) {
    this.file = file;
  }

  /** Where the descriptor of a module lies, if there is one: beside it. */
  public static Path beside(Path module) {
    String name = String.valueOf(module.getFileName());
    String stem = name.endsWith(".wasm") ? name.substring(0, name.length() - 5) : name;
    return module.resolveSibling(stem + SUFFIX);
  }

  /**
   * Reads one.
   *
   * @throws UnreadableDescriptor when it is not there, not TOML, or says what no descriptor says
   */
  public static ModuleDescriptor read(Path path) throws UnreadableDescriptor {
    return new DescriptorReader(path.toString()).parse(path);
  }

  private ModuleDescriptor parse(Path path) throws UnreadableDescriptor {
    JsonNode root;
    try {
      root = new TomlMapper().readTree(text(path));
    } catch (JacksonException e) {
      var at = e.getLocation();
      String place = at == null ? "" : "line " + at.getLineNr() + ": ";
      throw problem(place + "expected TOML, found: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw problem("expected a readable descriptor, found: " + reason(e));
    }
    only(root, "the file", Set.of("format", "function", "import"));
    String format = text(root, "the file", "format");
    if (!format.equals(FORMAT)) {
      throw problem("key `format`: expected \"" + FORMAT + "\", found \"" + format + "\"");
    }
    return new ModuleDescriptor(functions(root), imports(root));
  }

  private List<ModuleDescriptor.Function> functions(JsonNode root) throws UnreadableDescriptor {
    List<ModuleDescriptor.Function> functions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode entry : entries(root, "function")) {
      String where = "[[function]] number " + (functions.size() + 1);
      only(entry, where, Set.of("name", "shape"));
      String name = text(entry, where, "name");
      String shape = text(entry, where, "shape");
      if (!names.add(name)) {
        throw problem(where + ": `" + name + "` is there already");
      }
      FunctionShape known =
          FunctionShape.byName(shape)
              .orElseThrow(
                  () ->
                      problem(
                          where
                              + ", key `shape`: expected one of "
                              + FunctionShape.names()
                              + ", found \""
                              + shape
                              + "\""));
      functions.add(new ModuleDescriptor.Function(name, known));
    }
    return functions;
  }

  private List<ModuleDescriptor.Import> imports(JsonNode root) throws UnreadableDescriptor {
    List<ModuleDescriptor.Import> imports = new ArrayList<>();
    for (JsonNode entry : entries(root, "import")) {
      String where = "[[import]] number " + (imports.size() + 1);
      only(entry, where, Set.of("module", "name"));
      imports.add(
          new ModuleDescriptor.Import(text(entry, where, "module"), text(entry, where, "name")));
    }
    return imports;
  }

  private JsonNode entries(JsonNode root, String key) throws UnreadableDescriptor {
    JsonNode entries = root.path(key);
    if (!entries.isMissingNode() && !entries.isArray()) {
      throw problem("key `" + key + "`: expected [[" + key + "]], found a " + kind(entries));
    }
    for (JsonNode entry : entries) {
      if (!entry.isObject()) {
        throw problem("key `" + key + "`: expected tables, found a " + kind(entry));
      }
    }
    return entries;
  }

  private String text(JsonNode table, String where, String key) throws UnreadableDescriptor {
    JsonNode value = table.path(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      String found = value.isTextual() ? "an empty one" : kind(value);
      throw problem(where + ", key `" + key + "`: expected a text, found " + found);
    }
    return value.textValue();
  }

  private void only(JsonNode table, String where, Set<String> known) throws UnreadableDescriptor {
    for (var names = table.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw problem(
            where
                + ": unknown key `"
                + name
                + "`, expected one of "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "nothing";
      case OBJECT -> "table";
      case STRING -> "text";
      default -> node.getNodeType().toString().toLowerCase(Locale.ROOT);
    };
  }

  /** A pipe may never end, and no author writes a descriptor of that length. */
  private String text(Path path) throws IOException, UnreadableDescriptor {
    BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
    if (!file.isRegularFile()) {
      throw problem("expected a file, found " + (file.isDirectory() ? "a directory" : "no file"));
    }
    if (file.size() > MOST_BYTES) {
      throw problem("expected at most " + MOST_BYTES + " bytes, found " + file.size());
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

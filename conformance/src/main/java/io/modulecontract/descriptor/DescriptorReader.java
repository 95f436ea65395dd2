package io.modulecontract.descriptor;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.toml.TomlFile;
import io.modulecontract.toml.TomlTable;
import io.modulecontract.toml.WrongToml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code my_module.contract.toml}. The page {@code contract-spec/DESCRIPTOR.md} explains each
 * key; the shortest one that says something is
 *
 * <pre>{@code
 * format = "module-contract/1"
 *
 * [[function]]
 * name = "greet"
 * shape = "cstring"            # or bytes, arrow
 * }</pre>
 */
public final class DescriptorReader {

  /** The first line of every descriptor says this. */
  public static final String FORMAT = "module-contract/1";

  private static final String SUFFIX = ".contract.toml";

  private static final Set<String> KEYS =
      Stream.concat(Stream.of("name", "shape", "payload", "stateful"), TableSection.KEYS.stream())
          .collect(Collectors.toUnmodifiableSet());

  private DescriptorReader() {}

  /** Where the descriptor of a module lies, if there is one: beside it. */
  public static Path beside(Path module) {
    String name = String.valueOf(module.getFileName());
    String stem = name.endsWith(".wasm") ? name.substring(0, name.length() - 5) : name;
    return module.resolveSibling(stem + SUFFIX);
  }

  /**
   * The descriptor of a module: the one that the user named, else the one beside it, if there is
   * one.
   *
   * @throws UnreadableDescriptor as {@link #read}
   */
  public static ModuleDescriptor of(Path module, Optional<Path> named) throws UnreadableDescriptor {
    Path beside = beside(module);
    if (named.isPresent()) {
      return read(named.get());
    }
    return Files.exists(beside) ? read(beside) : ModuleDescriptor.NONE;
  }

  /**
   * Reads one.
   *
   * @throws UnreadableDescriptor when it is not there, not TOML, or says what no descriptor says
   */
  public static ModuleDescriptor read(Path path) throws UnreadableDescriptor {
    try {
      return descriptor(TomlFile.read(path, "descriptor"), path.resolveSibling(""));
    } catch (WrongToml e) {
      throw new UnreadableDescriptor(e);
    }
  }

  /**
   * Reads one that is at hand. Files that it names are looked for in the working directory.
   *
   * @param name what messages call it
   * @param text the whole descriptor
   * @throws UnreadableDescriptor as {@link #read}
   */
  public static ModuleDescriptor parse(String name, String text) throws UnreadableDescriptor {
    try {
      return descriptor(TomlFile.of(name, text), Path.of(""));
    } catch (WrongToml e) {
      throw new UnreadableDescriptor(e);
    }
  }

  private static ModuleDescriptor descriptor(TomlTable file, Path folder) throws WrongToml {
    file.only(Set.of("format", "profile", "limits", "capabilities", "function", "import"));
    String format = file.text("format");
    if (!format.equals(FORMAT)) {
      throw file.wrong("format", "\"" + FORMAT + "\"", "\"" + format + "\"");
    }
    return new ModuleDescriptor(
        Sections.profile(file.table("profile")),
        Sections.limits(file.table("limits")),
        Sections.capabilities(file.table("capabilities")),
        functions(file, folder),
        imports(file));
  }

  private static List<ModuleDescriptor.Function> functions(TomlTable file, Path folder)
      throws WrongToml {
    List<ModuleDescriptor.Function> functions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (TomlTable entry : file.tables("function")) {
      entry.only(KEYS);
      String name = entry.text("name");
      if (!names.add(name)) {
        throw entry.wrong("name", "each function once", "\"" + name + "\" again");
      }
      FunctionShape shape = shape(entry);
      functions.add(
          new ModuleDescriptor.Function(
              name,
              shape,
              payload(entry, shape),
              entry.flag("stateful"),
              new TableSection(entry, folder).read(shape)));
    }
    return functions;
  }

  private static FunctionShape shape(TomlTable entry) throws WrongToml {
    String text = entry.text("shape");
    Optional<FunctionShape> shape = FunctionShape.byName(text);
    if (shape.isEmpty()) {
      throw entry.wrong("shape", "one of " + FunctionShape.names(), "\"" + text + "\"");
    }
    return shape.get();
  }

  private static Payload payload(TomlTable entry, FunctionShape shape) throws WrongToml {
    if (!entry.has("payload")) {
      return Payload.usual(shape);
    }
    String text = entry.text("payload");
    Optional<Payload> payload = Payload.byName(text);
    if (payload.isEmpty()) {
      throw entry.wrong("payload", "one of " + Payload.NAMES, "\"" + text + "\"");
    }
    if (!payload.get().fits(shape)) {
      String expected =
          shape == FunctionShape.ARROW
              ? "no payload for the shape arrow, which carries Arrow streams"
              : "utf8 for the shape " + shape + ", which ends at a NUL byte";
      throw entry.wrong("payload", expected, "\"" + text + "\"");
    }
    return payload.get();
  }

  private static List<ModuleDescriptor.Import> imports(TomlTable file) throws WrongToml {
    List<ModuleDescriptor.Import> imports = new ArrayList<>();
    for (TomlTable entry : file.tables("import")) {
      entry.only(Set.of("module", "name", "meaning"));
      String module = entry.text("module");
      String name = entry.text("name");
      if (imports.stream().anyMatch(it -> it.module().equals(module) && it.name().equals(name))) {
        throw entry.wrong("name", "each import once", "\"" + name + "\" again");
      }
      imports.add(new ModuleDescriptor.Import(module, name, meaning(entry)));
    }
    return imports;
  }

  private static Optional<ImportMeaning> meaning(TomlTable entry) throws WrongToml {
    if (!entry.has("meaning")) {
      return Optional.empty();
    }
    String text = entry.text("meaning");
    Optional<ImportMeaning> meaning = ImportMeaning.byName(text);
    if (meaning.isEmpty()) {
      throw entry.wrong("meaning", "one of " + ImportMeaning.names(), "\"" + text + "\"");
    }
    return meaning;
  }
}

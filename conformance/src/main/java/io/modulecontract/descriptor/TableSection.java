package io.modulecontract.descriptor;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.Relation;
import io.modulecontract.abi.Tables;
import io.modulecontract.arrow.JsonRows;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnreadableRows;
import io.modulecontract.arrow.UnsupportedSchema;
import io.modulecontract.toml.TomlTable;
import io.modulecontract.toml.WrongToml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which tables a function of the shape {@code arrow} takes. */
final class TableSection {

  /** The keys of a function that speak of tables. */
  static final Set<String> KEYS =
      Set.of("meta_schema", "meta_sample", "data_schema", "data_sample", "any_schema", "command");

  private static final long MOST_BYTES = 64L << 20;

  private final TomlTable function;
  private final Path folder;

  /** Files are looked for in this folder. */
  TableSection(TomlTable function, Path folder) {
    this.function = function;
    this.folder = folder;
  }

  /** What is declared; empty where nothing is. */
  Optional<Tables> read(FunctionShape shape) throws WrongToml {
    for (String key : KEYS.stream().sorted().toList()) {
      if (function.has(key) && shape != FunctionShape.ARROW) {
        throw function.wrong(key, "no `" + key + "` for the shape " + shape, "one");
      }
    }
    if (KEYS.stream().noneMatch(function::has)) {
      return Optional.empty();
    }
    TableSchema meta = schema("meta");
    TableSchema data = schema("data");
    return Optional.of(
        new Tables(
            SchemaText.json(meta),
            SchemaText.json(data),
            function.flag("any_schema"),
            commands(meta)));
  }

  private TableSchema schema(String stream) throws WrongToml {
    String schema = stream + "_schema";
    String sample = stream + "_sample";
    if (function.has(schema) == function.has(sample)) {
      String found = function.has(schema) ? "both" : "neither";
      throw function.wrong(schema, "either `" + schema + "` or `" + sample + "`", found);
    }
    String key = function.has(schema) ? schema : sample;
    try {
      if (key.equals(sample)) {
        return SchemaText.ofSample(bytes(sample));
      }
      String text = function.text(schema);
      boolean inline = text.stripLeading().startsWith("{");
      return SchemaText.read(inline ? text : new String(bytes(schema), StandardCharsets.UTF_8));
    } catch (UnsupportedSchema e) {
      throw function.wrong(key, "a schema of which the suite can make tables", e.getMessage());
    }
  }

  private byte[] bytes(String key) throws WrongToml {
    String name = function.text(key);
    try {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw function.wrong(key, "a file beside the descriptor", "no file " + file);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw function.wrong(key, "at most " + MOST_BYTES + " bytes", "more in " + file);
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw function.wrong(key, "a file beside the descriptor", "\"" + name + "\"");
    } catch (IOException e) {
      throw function.wrong(key, "a readable file", e.getMessage());
    }
  }

  private List<Tables.Command> commands(TableSchema meta) throws WrongToml {
    List<Tables.Command> commands = new ArrayList<>();
    for (TomlTable command : function.tables("command")) {
      command.only(Set.of("meta", "relations"));
      String rows = command.text("meta");
      try {
        if (JsonRows.read(meta, rows).rowCount() == 0) {
          throw command.wrong("meta", "a row at least", "none");
        }
      } catch (UnreadableRows e) {
        throw command.wrong("meta", "rows of the meta schema", e.getMessage());
      }
      commands.add(new Tables.Command(rows, relations(command)));
    }
    if (commands.isEmpty() && function.has("meta_sample")) {
      String rows = sampleRows();
      if (!rows.isEmpty()) {
        commands.add(new Tables.Command(rows, Set.of()));
      }
    }
    if (commands.isEmpty()) {
      throw function.wrong("command", "one [[function.command]] at least", "none");
    }
    return commands;
  }

  private String sampleRows() throws WrongToml {
    return StreamReader.read(bytes("meta_sample")) instanceof SoundStream sound
        ? JsonRows.write(sound.table())
        : "";
  }

  private static Set<Relation> relations(TomlTable command) throws WrongToml {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    List<String> names = command.texts("relations");
    for (int i = 0; i < names.size(); i++) {
      Optional<Relation> relation = Relation.byName(names.get(i));
      if (relation.isEmpty()) {
        throw command.wrong(
            "relations[" + i + "]", "one of " + Relation.names(), "\"" + names.get(i) + "\"");
      }
      relations.add(relation.get());
    }
    for (Relation relation : List.of(Relation.IDEMPOTENT, Relation.SUBSET)) {
      if (relations.contains(relation) && !relations.contains(Relation.COLUMNS_KEPT)) {
        throw command.wrong(
            "relations",
            "`" + Relation.COLUMNS_KEPT + "` beside `" + relation + "`",
            "`" + relation + "` without it");
      }
    }
    return relations;
  }
}

package io.modulecontract.baseline;

import io.modulecontract.spec.Clause;
import io.modulecontract.toml.TomlFile;
import io.modulecontract.toml.TomlTable;
import io.modulecontract.toml.WrongToml;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a baseline. */
public final class BaselineReader {

  /** The first line of every baseline says this. */
  static final String FORMAT = "module-contract-baseline/1";

  private BaselineReader() {}

  /**
   * Reads one to be used: each entry says why its failure may stay.
   *
   * @throws WrongToml when it is not there, not TOML, says what no baseline says, or an entry has
   *     no reason
   */
  public static Baseline read(Path path) throws WrongToml {
    return baseline(path, true);
  }

  /**
   * Reads one to be written again: reasons may be empty still.
   *
   * @throws WrongToml as {@link #read}
   */
  public static Baseline readDraft(Path path) throws WrongToml {
    return baseline(path, false);
  }

  private static Baseline baseline(Path path, boolean reasons) throws WrongToml {
    TomlTable file = TomlFile.read(path, "baseline");
    file.only(Set.of("format", "known"));
    String format = file.text("format");
    if (!format.equals(FORMAT)) {
      throw file.wrong("format", "\"" + FORMAT + "\"", "\"" + format + "\"");
    }
    List<Baseline.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (TomlTable table : file.tables("known")) {
      Baseline.Entry entry = entry(table, reasons);
      if (!names.add(entry.clause().id() + " " + Path.of(entry.module()).normalize())) {
        String found = entry.clause().id() + " of \"" + entry.module() + "\" again";
        throw table.wrong("clause", "each clause of a module once", found);
      }
      entries.add(entry);
    }
    return new Baseline(entries);
  }

  private static Baseline.Entry entry(TomlTable table, boolean reasons) throws WrongToml {
    table.only(Set.of("module", "clause", "reason", "expected", "actual"));
    String module = module(table);
    Clause clause = clause(table);
    String reason = reasons || table.has("reason") ? table.anyText("reason") : "";
    Evidence evidence = new Evidence(table.text("expected"), table.text("actual"));
    Baseline.Entry entry = new Baseline.Entry(module, clause, reason, evidence);
    if (reasons && !entry.hasReason()) {
      throw table.wrong("reason", "why " + clause.id() + " may stay broken", "an empty text");
    }
    return entry;
  }

  private static String module(TomlTable table) throws WrongToml {
    String module = table.text("module");
    try {
      Path path = Path.of(module);
      if (!path.isAbsolute() && !path.startsWith("..") && path.equals(path.normalize())) {
        return module;
      }
    } catch (InvalidPathException e) {
      throw table.wrong("module", "the name of a file", "\"" + module + "\"");
    }
    throw table.wrong(
        "module", "a name such as my_module.wasm or release/my_module.wasm", "\"" + module + "\"");
  }

  private static Clause clause(TomlTable table) throws WrongToml {
    String id = table.text("clause");
    Optional<Clause> clause = Clause.byId(id);
    if (clause.isEmpty()) {
      throw table.wrong("clause", "the id of a clause, such as ALLOC-04", "\"" + id + "\"");
    }
    return clause.get();
  }
}

package io.modulecontract.report;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ClauseResult;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.verdict.RunResult;
import io.modulecontract.verdict.ShellWord;
import io.modulecontract.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes each failure of a module as a file that the command line replays, and where Node can see
 * it, too, as a script that needs nothing of ours.
 */
public final class FindingFiles {

  private static final String FOLDER = "findings";

  private final RunResult run;

  private FindingFiles(RunResult run) {
    this.run = run;
  }

  /**
   * Writes the findings of a run below its report directory, and takes away those of earlier runs
   * that are in the same place.
   *
   * @return the run, with reproducers that name what was written
   * @throws ReportWriteException when a file cannot be written
   */
  public static RunResult write(RunResult run, Path directory) throws ReportWriteException {
    FindingFiles files = new FindingFiles(run);
    Path folder = directory.resolve(FOLDER);
    clear(folder);
    List<ModuleResult> modules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ModuleResult module : run.modules()) {
      Path own = run.modules().size() == 1 ? folder : folder.resolve(name(module, names));
      clear(own);
      modules.add(files.module(module, own));
    }
    return run.with(modules);
  }

  /** The module's name as that of a folder; a second module of one name gets a number. */
  private static String name(ModuleResult module, Set<String> names) {
    String file = module.file();
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("\\.wasm$", "").replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
    String base = plain.isEmpty() || plain.startsWith(".") ? "_" + plain : plain;
    String name = base;
    for (int i = 2; !names.add(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  private ModuleResult module(ModuleResult module, Path folder) throws ReportWriteException {
    List<ClauseResult> rows = new ArrayList<>();
    for (ClauseResult row : module.clauses()) {
      boolean saved =
          row.verdict() instanceof Verdict.Failed failed && !failed.failure().rerun().isNone();
      rows.add(saved ? saved(module, row, folder) : row);
    }
    return module.with(rows);
  }

  /**
   * Writes one failure at once, before its run has ended.
   *
   * @param folder where to; it is made when it is not there
   * @param name the files' name without ending
   * @return the row, with a reproducer that names what was written
   * @throws ReportWriteException when a file cannot be written
   */
  public static ClauseResult write(
      RunResult run, ModuleResult module, ClauseResult row, Path folder, String name)
      throws ReportWriteException {
    return new FindingFiles(run).saved(module, row, folder, name);
  }

  private ClauseResult saved(ModuleResult module, ClauseResult row, Path folder)
      throws ReportWriteException {
    return saved(module, row, folder, row.clause().id());
  }

  private ClauseResult saved(ModuleResult module, ClauseResult row, Path folder, String name)
      throws ReportWriteException {
    Failure failure = ((Verdict.Failed) row.verdict()).failure();
    FindingText text = new FindingText(run, module, row.clause(), failure);
    Path json = folder.resolve(name + ".json");
    store(json, text.json());
    String file = ShellWord.of(module.file());
    String again =
        "java -jar module-contract.jar replay "
            + ShellWord.of(json.toString())
            + " "
            + file
            + failure.rerun().options();
    Optional<String> script = text.script();
    if (script.isPresent()) {
      Path mjs = folder.resolve(name + ".mjs");
      store(mjs, script.get());
      again += "\nnode " + ShellWord.of(mjs.toString()) + " " + file;
    }
    return row.with(new Verdict.Failed(failure.withReproducer(again)));
  }

  /** What an earlier run left would say that a repaired clause is still broken. */
  private static void clear(Path folder) throws ReportWriteException {
    for (Clause clause : Clause.values()) {
      for (String ending : List.of(".json", ".mjs")) {
        Path file = folder.resolve(clause.id() + ending);
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          throw failed(file, e);
        }
      }
    }
  }

  private static void store(Path file, String text) throws ReportWriteException {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw failed(file, e);
    }
    ReportFiles.write("The finding", file, text);
  }

  private static ReportWriteException failed(Path file, IOException e) {
    return new ReportWriteException(
        "The finding "
            + Printable.of(file.toString())
            + " cannot be written: "
            + ReportFiles.why(file, e),
        e);
  }
}

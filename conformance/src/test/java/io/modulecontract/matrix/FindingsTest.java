package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.NodeRun;
import io.modulecontract.abi.Limits;
import io.modulecontract.checks.Effort;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.engine.Policy;
import io.modulecontract.finding.Finding;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.report.FindingFiles;
import io.modulecontract.report.ReportWriteException;
import io.modulecontract.run.Progress;
import io.modulecontract.run.Replay;
import io.modulecontract.run.Replayed;
import io.modulecontract.run.RunOptions;
import io.modulecontract.run.Suite;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import io.modulecontract.verdict.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was found with a faulty module shows with it again, and not with one that conforms. */
class FindingsTest {

  private static final Path PREBUILT = Catalogue.ROOT.resolve("prebuilt");
  private static final Map<String, Path> FOUND = new ConcurrentHashMap<>();

  @TempDir private static Path directory;

  /** One module for each clause; with {@code -Dfindings.all} every one. */
  static List<Catalogue.Entry> faulty() throws IOException {
    Catalogue catalogue = Catalogue.read();
    boolean all = System.getProperty("findings.all") != null;
    return all ? catalogue.faulty() : catalogue.oneForEachClause();
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void showsAgain(Catalogue.Entry entry) throws Exception {
    Finding finding = FindingReader.read(found(entry));
    Replayed again = replay(finding, entry.path());
    assertInstanceOf(Replayed.Same.class, again, again::toString);
    Replayed elsewhere = replay(FindingReader.read(forHonest(found(entry))), honest(entry));
    boolean nothing = elsewhere instanceof Replayed.Gone;
    // MOD-06 is about functions that greeting does not have: nothing is declared there.
    assertTrue(nothing || finding.clause() == Clause.MOD_06, elsewhere::toString);
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void showsWithNodeAlone(Catalogue.Entry entry) throws Exception {
    Path json = found(entry);
    Path script = json.resolveSibling(json.getFileName().toString().replace(".json", ".mjs"));
    NodeRun shown = NodeRun.of(script, entry.path());
    assertEquals(1, shown.exit(), shown::toString);
    Clause clause = entry.breaks().orElseThrow();
    if (clause.family() == Family.LEAK) {
      // What is counted is the same in both engines, to the byte.
      String ours = FindingReader.read(json).actual();
      assertTrue(ours.startsWith(shown.actual()), () -> ours + " | " + shown.actual());
    }
    NodeRun elsewhere = NodeRun.of(forHonest(script), honest(entry));
    assertEquals(clause == Clause.MOD_06 ? 1 : 0, elsewhere.exit(), elsewhere::toString);
  }

  /** A module that keeps the contract and has a function of the same shape. */
  private static Path honest(Catalogue.Entry entry) throws IOException {
    if (entry.breaks().orElseThrow().family() != Family.ARROW) {
      return PREBUILT.resolve("greeting.wasm");
    }
    String declared = Files.readString(DescriptorReader.beside(entry.path()));
    boolean any = declared.contains("\nany_schema = true\n");
    return PREBUILT.resolve(any ? "any_table.wasm" : "arrow_rows.wasm");
  }

  /** The same sequence with the functions that the honest module has. */
  private static Path forHonest(Path file) throws IOException {
    String text =
        Files.readString(file)
            .replaceAll("wasm_memory_c_\\w+", "wasm_memory_c_format_hello_world")
            .replaceAll("wasm_memory_rust_\\w+", "wasm_memory_rust_format_hello_world");
    return Files.writeString(file.resolveSibling("honest-" + file.getFileName()), text);
  }

  private static Path found(Catalogue.Entry entry) {
    return FOUND.computeIfAbsent(entry.file(), file -> find(entry));
  }

  /** By the clause's own check, or by those of its family, which come across more. */
  private static Path find(Catalogue.Entry entry) {
    Clause clause = entry.breaks().orElseThrow();
    Path folder = directory.resolve(entry.name());
    Path json = folder.resolve("findings").resolve(clause.id() + ".json");
    Set<Clause> family = EnumSet.allOf(Clause.class);
    family.removeIf(other -> other.family() != clause.family());
    for (Set<Clause> clauses : List.of(Set.of(clause), family)) {
      RunOptions options = options(clauses, Optional.of(Duration.ofSeconds(1)));
      RunResult run = new Suite("test").run(List.of(entry.path()), options, Progress.NONE);
      try {
        FindingFiles.write(run, folder);
      } catch (ReportWriteException e) {
        throw new AssertionError(e);
      }
      if (Files.exists(json)) {
        break;
      }
    }
    return json;
  }

  private static RunOptions options(Set<Clause> clauses, Optional<Duration> deadline) {
    return new RunOptions(
        clauses,
        Effort.QUICK,
        7,
        false,
        Policy.DEFAULT.withSeed(7),
        new Limits(OptionalInt.empty(), deadline),
        Optional.empty());
  }

  /** Under the deadline that the finding names. */
  static Replayed replay(Finding finding, Path module) {
    RunOptions options = options(Set.of(finding.clause()), Optional.of(finding.deadline()));
    return new Replay(finding, module, options).run();
  }
}

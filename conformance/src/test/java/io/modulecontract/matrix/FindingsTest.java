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
import io.modulecontract.run.Replay;
import io.modulecontract.run.Replayed;
import io.modulecontract.run.RunOptions;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each faulty module fails the clause that it breaks; what was found with it shows with it again,
 * and not with one that conforms.
 */
class FindingsTest {

  private static final Path PREBUILT = Catalogue.ROOT.resolve("prebuilt");

  /** What keeps the contract, by the shape of its function. */
  private static final Map<String, String> OTHER_SHAPES =
      Map.of("in-place", "in_place", "stream", "streaming", "callback", "host_callback");

  private static final Pattern OTHER_SHAPE =
      Pattern.compile("name = \"(\\w+)\"\nshape = \"(in-place|stream|callback)\"");

  private static final Map<String, Blamed> BLAMED = new ConcurrentHashMap<>();

  @TempDir private static Path directory;

  /** Every one, unless {@link KillMatrixTest} compares its row in this build. */
  static List<Catalogue.Entry> faulty() throws IOException {
    Catalogue catalogue = Catalogue.read();
    return KillMatrixTest.ALL ? catalogue.oneForEachClause() : catalogue.faulty();
  }

  /** One module for each clause; with {@code -Dfindings.all} every one. */
  static List<Catalogue.Entry> shown() throws IOException {
    Catalogue catalogue = Catalogue.read();
    boolean all = System.getProperty("findings.all") != null;
    return all ? catalogue.faulty() : catalogue.oneForEachClause();
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void failsItsClauseWithTheEvidenceInTheTable(Catalogue.Entry entry) throws IOException {
    String row = new MatrixText(Map.of(entry, blame(entry).result())).rows().findFirst().orElse("");
    assertTrue(row.contains("` | " + entry.breaks().orElseThrow().id() + " | "), row);
    List<String> table = Files.readAllLines(KillMatrixTest.TABLE);
    assertTrue(table.contains(row), () -> row + " is not a row of " + KillMatrixTest.TABLE);
  }

  @ParameterizedTest
  @MethodSource("shown")
  void showsAgain(Catalogue.Entry entry) throws Exception {
    Finding finding = FindingReader.read(found(entry));
    Replayed again = replay(finding, entry.path());
    assertInstanceOf(Replayed.Same.class, again, again::toString);
    Replayed elsewhere = replay(FindingReader.read(forHonest(entry, found(entry))), honest(entry));
    boolean nothing = elsewhere instanceof Replayed.Gone;
    // MOD-06 is about functions that greeting does not have: nothing is declared there.
    assertTrue(nothing || finding.clause() == Clause.MOD_06, elsewhere::toString);
  }

  @ParameterizedTest
  @MethodSource("shown")
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
    NodeRun elsewhere = NodeRun.of(forHonest(entry, script), honest(entry));
    assertEquals(clause == Clause.MOD_06 ? 1 : 0, elsewhere.exit(), elsewhere::toString);
  }

  /** A module that keeps the contract and has a function of the same shape. */
  private static Path honest(Catalogue.Entry entry) throws IOException {
    Optional<MatchResult> other = otherShape(entry.path());
    if (other.isPresent()) {
      return PREBUILT.resolve(OTHER_SHAPES.get(other.get().group(2)) + ".wasm");
    }
    String descriptor = descriptor(entry.path());
    if (!descriptor.contains("_arrow\"")) {
      return PREBUILT.resolve("greeting.wasm");
    }
    boolean any = descriptor.contains("\nany_schema = true\n");
    return PREBUILT.resolve(any ? "any_table.wasm" : "arrow_rows.wasm");
  }

  /** The function of a shape that greeting has none of: its name, and the shape. */
  private static Optional<MatchResult> otherShape(Path module) throws IOException {
    return OTHER_SHAPE.matcher(descriptor(module)).results().findFirst();
  }

  private static String descriptor(Path module) throws IOException {
    Path file = DescriptorReader.beside(module);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** The same sequence with the functions that the honest module has. */
  private static Path forHonest(Catalogue.Entry entry, Path file) throws IOException {
    String text =
        Files.readString(file)
            .replaceAll("wasm_memory_c_\\w+", "wasm_memory_c_format_hello_world")
            .replaceAll("wasm_memory_rust_\\w+", "wasm_memory_rust_format_hello_world")
            .replace("wasm_memory_times_arrow", "wasm_memory_rows_arrow");
    Optional<MatchResult> other = otherShape(entry.path());
    if (other.isPresent()) {
      String name = otherShape(honest(entry)).orElseThrow().group(1);
      text = text.replace("\"" + other.get().group(1) + "\"", "\"" + name + "\"");
    }
    return Files.writeString(file.resolveSibling("honest-" + file.getFileName()), text);
  }

  private static Path found(Catalogue.Entry entry) {
    return blame(entry).finding();
  }

  private static Blamed blame(Catalogue.Entry entry) {
    return BLAMED.computeIfAbsent(entry.file(), file -> Blamed.of(entry, directory));
  }

  /** Under the limits that the finding names. */
  static Replayed replay(Finding finding, Path module) {
    RunOptions options =
        new RunOptions(
            Set.of(finding.clause()),
            Effort.QUICK,
            finding.seed(),
            false,
            Policy.DEFAULT.withSeed(finding.seed()),
            new Limits(OptionalInt.of(finding.memoryPages()), Optional.of(finding.deadline())),
            Optional.empty());
    return new Replay(finding, module, options).run();
  }
}

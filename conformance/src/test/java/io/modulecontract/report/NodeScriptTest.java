package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.NodeRun;
import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.finding.Settings;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.DeliversMore;
import io.modulecontract.script.Look;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Blame;
import io.modulecontract.verdict.Failure;
import io.modulecontract.verdict.Rerun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script for Node sees that no byte of the memory tells afterwards. */
class NodeScriptTest {

  private static final Content ZEROS = Content.of(new byte[] {0}, 64);

  private static final Operand FIRST = new Operand.Pointer(Ref.to(0), 0);
  private static final String FENCE = "1afe03000101";
  private static final String STORE_8 = "41c1003a0000";
  private static final String STORE_32 = "41c100360000";

  @TempDir private Path directory;

  /** A store that writes what was there before shows only to who watches it. */
  @Test
  void seesAStoreThatChangesNothing() throws Exception {
    Script script =
        Script.of(
            new Action.Give(Content.of("x", 16)),
            new Action.Give(ZEROS),
            call(
                "wasm_memory_rust_upper",
                FunctionShape.BYTES,
                FIRST,
                new Operand.Length(Ref.to(0), 0)));
    String store = "a store into the area of step 2";
    NodeRun watched = run(Clause.CALL_09, script, store, "call_09_nul_behind_parameter");
    assertEquals(1, watched.exit(), watched::toString);
    String seen = "a store into the area of action 2: 1 bytes at";
    assertTrue(watched.actual().startsWith(seen), watched::toString);
    assertEquals(0, run(Clause.CALL_09, script, "", "call_09_nul_behind_parameter").exit());
    assertEquals(0, run(Clause.CALL_09, script, store, "call_10_scans_in_steps").exit());
  }

  /** A text that goes on with bytes that its call did not write. */
  @Test
  void seesBytesThatACallDidNotWrite() throws Exception {
    Script script = passesLetterA("wasm_memory_c_x");
    String wrote = "the call wrote 1 bytes and no NUL";
    Path module = directory.resolve("made.wasm");
    Files.write(module, ofOneLetter(STORE_8));
    NodeRun watched = NodeRun.of(mjs(Clause.CALL_03, script, wrote), module);
    assertEquals(1, watched.exit(), watched::toString);
    assertTrue(watched.actual().startsWith(wrote), watched::toString);
    assertEquals(0, NodeRun.of(mjs(Clause.CALL_03, script, ""), module).exit());
    Files.write(module, ofOneLetter(STORE_32));
    assertEquals(0, NodeRun.of(mjs(Clause.CALL_03, script, wrote), module).exit());
  }

  /** As the suite does: the area is live, so nothing is wrong with its pointer. */
  @Test
  void blamesNoTrapOnAPointerThatIsRight() throws Exception {
    String module = "call_13_traps_on_bad_text";
    NodeRun payload = run(Clause.CALL_13, badText(Clause.CALL_13), "", module);
    assertEquals(1, payload.exit(), payload::toString);
    assertTrue(payload.actual().contains("trap"), payload::toString);
    NodeRun pointer = run(Clause.CALL_05, badText(Clause.CALL_05), "", module);
    assertEquals(0, pointer.exit(), pointer::toString);
  }

  /** As the suite does, once it knows that a guest accepts each second release. */
  @Test
  void releasesResultsOnceWhereItIsToldSo() throws Exception {
    Script script = passesLetterA("wasm_memory_c_upper");
    NodeRun twice = run(Clause.DEALLOC_02, script, "", "dealloc_02_passed_over");
    assertEquals(1, twice.exit(), twice::toString);
    Path module = directory.resolve("dealloc_02_passed_over.wasm");
    Course course = new Course.Actions(script, Set.of(Look.RELEASED_ONCE), false);
    NodeRun once = NodeRun.of(mjs(Clause.DEALLOC_02, course, "", ModuleDescriptor.NONE), module);
    assertEquals(0, once.exit(), once::toString);
  }

  private static Script passesLetterA(String function) {
    return Script.of(
        new Action.Give(Content.of(new byte[] {'a', 0})),
        call(function, FunctionShape.CSTRING, FIRST));
  }

  private static Script badText(Clause clause) {
    return Script.of(
        new Action.Give(Content.of(new byte[] {(byte) 0xFF})),
        new Action.Call(
            "wasm_memory_rust_upper",
            FunctionShape.BYTES,
            List.of(FIRST, new Operand.Length(Ref.to(0), 0)),
            Action.Expected.REJECTED,
            clause));
  }

  /** Better no answer than a wrong one. */
  @Test
  void saysWhichInstructionItDoesNotKnow() throws Exception {
    Script script = Script.of(new Action.Give(ZEROS));
    Path module = directory.resolve("made.wasm");
    Files.write(module, ofOneLetter(FENCE));
    NodeRun watched = NodeRun.of(mjs(Clause.CALL_10, script, "a load from"), module);
    assertEquals(2, watched.exit(), watched::toString);
    assertTrue(watched.printed().contains("an instruction that cannot be watched here: 0xfe"));
    assertEquals(0, NodeRun.of(mjs(Clause.CALL_10, script, ""), module).exit());
  }

  /**
   * Every area of this module is a block of 64 bytes, never used again. Its function answers a
   * block into which it stores one letter, with or without NULs; behind it the letters BC wait.
   */
  private static byte[] ofOneLetter(String store) {
    return HexFormat.of()
        .parseHex(
            ("0061736d01000000 0106 01 60017f017f 0304 03000000 0503 010001 0607 017f0141 8008 0b"
                    + "073e 04 06 6d656d6f7279 0200"
                    + "0d 7761736d5f616c6c6f63617465 0000"
                    + "0f 7761736d5f6465616c6c6f63617465 0001"
                    + "0f 7761736d5f6d656d6f72795f635f78 0002"
                    + "0a49 03"
                    + "16 00 2300 2300 4106 76 4101 3a0000 2300 41c000 6a 2400 0b"
                    + "1c 00 2000 4106 76 2d0000 047f 2000 4106 76 4100 3a0000 4100 05 417f 0b 0b"
                    + "13 01017f 41c000 1000 2201 S 2001 0b"
                    + "0b09 01 00 41c1080b 02 4243")
                .replace("S", store)
                .replace(" ", ""));
  }

  /** The module finds what its descriptor declares, and answers one address again and again. */
  @Test
  void hasTheDeclaredImports() throws Exception {
    Path module = directory.resolve("made.wasm");
    Files.write(module, DeliversMore.whenItAllocates());
    Script script = Script.of(new Action.Give(ZEROS), new Action.Give(ZEROS));
    ModuleDescriptor.Import deliver =
        new ModuleDescriptor.Import("host", "deliver", Optional.of(ImportMeaning.DELIVER));
    ModuleDescriptor declares = new ModuleDescriptor(List.of(), List.of(deliver));
    NodeRun run = NodeRun.of(mjs(Clause.ALLOC_02, script, "", declares), module);
    assertEquals(1, run.exit(), run::toString);
    assertTrue(run.actual().startsWith("[17, 81) beside"), run::toString);
    Script empty = Script.of(new Action.Give(Content.of("")), new Action.Give(Content.of("")));
    NodeRun two = NodeRun.of(mjs(Clause.ALLOC_04, empty, "", declares), module);
    assertEquals(1, two.exit(), two::toString);
    assertTrue(two.actual().startsWith("[17, 17) beside"), two::toString);
    NodeRun undeclared = NodeRun.of(mjs(Clause.ALLOC_02, script, ""), module);
    assertEquals(2, undeclared.exit(), undeclared::toString);
    assertTrue(undeclared.printed().contains("it imports host.deliver"), undeclared::toString);
  }

  /** What a guest has its host read, it reads. */
  @Test
  void seesAPieceThatLiesInAnotherArea() throws Exception {
    Path module = directory.resolve("made.wasm");
    Files.write(module, DeliversMore.bytes());
    Action call =
        call("hand_over", FunctionShape.CALLBACK, FIRST, new Operand.Length(Ref.to(0), 0));
    Script beside =
        Script.of(new Action.Give(Content.of("x", 8)), new Action.Give(Content.of("y", 6)), call);
    String load = "a load from the area of step 2";
    ModuleDescriptor declares = DeliversMore.DESCRIPTOR;
    NodeRun watched = NodeRun.of(mjs(Clause.CALL_10, beside, load, declares), module);
    assertEquals(1, watched.exit(), watched::toString);
    String seen = "a load from the area of action 2: 16 bytes at 1024";
    assertTrue(watched.actual().startsWith(seen), watched::toString);
    Script alone = Script.of(new Action.Give(Content.of("x", 8)), call);
    assertEquals(0, NodeRun.of(mjs(Clause.CALL_10, alone, load, declares), module).exit());
  }

  /** Also a function of the host that is no part of WASI. */
  @Test
  void seesThatAllocateCallsItsHost() throws Exception {
    Path module = directory.resolve("made.wasm");
    Files.write(module, DeliversMore.whenItAllocates());
    Script script = Script.of(new Action.Give(ZEROS));
    Course course = new Course.ByCheck(new Sequence.HostCalls(script, "ANY"));
    Path mjs = mjs(Clause.POL_01, course, "", DeliversMore.DESCRIPTOR);
    NodeRun run = NodeRun.of(mjs, module);
    assertEquals(1, run.exit(), run::toString);
    assertEquals("called host.deliver", run.actual());
    Path output = directory.resolve("more.wasm");
    Files.write(output, DeliversMore.bytes());
    assertEquals(0, NodeRun.of(mjs, output).exit());
  }

  @Test
  void isNoneWhereOnlyTheCheckShowsIt() {
    FindingText text = text(Clause.ISO_01, new Course.ByCheck(), "", ModuleDescriptor.NONE);
    assertTrue(text.script().isEmpty());
    assertTrue(text.json().contains("\"noScript\": \"only the clause's own check shows it\""));
  }

  private static Action call(String function, FunctionShape shape, Operand... operands) {
    return new Action.Call(
        function, shape, List.of(operands), Action.Expected.SERVED, Clause.CALL_12);
  }

  private NodeRun run(Clause clause, Script script, String actual, String module) throws Exception {
    Path wasm = directory.resolve(module + ".wasm");
    Files.write(wasm, ReferenceModules.bytes(module + ".wasm"));
    return NodeRun.of(mjs(clause, script, actual), wasm);
  }

  /** With a look at loads and stores, unless nothing is told of them. */
  private Path mjs(Clause clause, Script script, String actual) throws IOException {
    return mjs(clause, script, actual, ModuleDescriptor.NONE);
  }

  private Path mjs(Clause clause, Script script, String actual, ModuleDescriptor descriptor)
      throws IOException {
    return mjs(clause, new Course.Actions(script, Set.of(), !actual.isEmpty()), actual, descriptor);
  }

  private Path mjs(Clause clause, Course course, String actual, ModuleDescriptor descriptor)
      throws IOException {
    Path mjs = Files.createTempFile(directory, "finding", ".mjs");
    return Files.writeString(mjs, text(clause, course, actual, descriptor).script().orElseThrow());
  }

  private static FindingText text(
      Clause clause, Course course, String actual, ModuleDescriptor descriptor) {
    Settings settings =
        new Settings(2_048, Duration.ofSeconds(5), Profile.DEFAULT, descriptor, List.of());
    Rerun rerun = new Rerun(settings.with(course), "");
    Failure failure = new Failure("", actual, List.of(), 1, "", Blame.MODULE, "", rerun);
    return new FindingText(Runs.of(), Runs.sound(), clause, failure);
  }
}

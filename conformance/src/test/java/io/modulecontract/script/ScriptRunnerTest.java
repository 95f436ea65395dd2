package io.modulecontract.script;

import static io.modulecontract.script.Scripts.CSTRING;
import static io.modulecontract.script.Scripts.callBytes;
import static io.modulecontract.script.Scripts.callC;
import static io.modulecontract.script.Scripts.data;
import static io.modulecontract.script.Scripts.give;
import static io.modulecontract.script.Scripts.giveC;
import static io.modulecontract.script.Scripts.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Policy;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Step;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script on guests that keep the contract: no fault, whatever is looked for. */
class ScriptRunnerTest {

  private static final Set<Look> STEPS = EnumSet.of(Look.STEPS);

  /** Takes a part of an area for the whole. */
  private static final String SHORTER = "call_18_prefix_accepted";

  private static final Action BAD_TEXT = new Action.Give(Content.of(new byte[] {(byte) 0xFF}));

  private static Guest guest(String module) {
    return new FreshGuests(
            ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED)
        .next();
  }

  /** A call with what the first action gave, which must be rejected. */
  private static Action upper(Clause clause) {
    Action.Call bytes = (Action.Call) callBytes(0, 0, Expected.REJECTED, clause);
    return new Action.Call(
        "wasm_memory_rust_upper", bytes.shape(), bytes.operands(), bytes.expected(), clause);
  }

  private static Answer served(String text) {
    return new Answer("served", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "c_greeting"})
  void everythingAHostDoesOnAModuleThatKeepsTheContract(String module) {
    Script script =
        Script.of(
            giveC("a"),
            callC(0),
            give("bc"),
            callBytes(2),
            new Action.Release(data(3)),
            callC(0, Expected.REJECTED, Clause.CALL_13),
            callBytes(2, 1, Expected.REJECTED, Clause.CALL_06),
            release(0),
            release(0));
    Script wrongFirst = script.without(5, 6);
    ScriptRun run =
        ScriptRunner.run(
            wrongFirst,
            guest(module),
            EnumSet.of(Look.PARAMETERS, Look.UNWRITTEN_RESULTS, Look.STEPS));
    assertEquals(Optional.empty(), run.fault());
    assertEquals(
        List.of(
            served("Hello World, a!\0"),
            served("Hello World, bc!"),
            new Answer("rejected", new byte[0])),
        run.answers());
    assertFalse(run.stopped());
    assertFalse(run.grewInCall());
    assertEquals(run.calls(), run.steps().size());
    // Served where it had to be rejected: the parameter is live and right.
    Fault fault = ScriptRunner.run(script, guest(module), STEPS).fault().orElseThrow();
    assertEquals(Clause.CALL_13, fault.clause());
    assertEquals(5, fault.action());
    assertEquals(CSTRING + " -> 0", fault.expected());
  }

  /** It is for CALL-18 to say whether a length that is too small is rejected. */
  @Test
  void aPointerAtWhichALiveAreaStartsIsNoInventedOne() {
    for (long length : new long[] {0, 1, 5}) {
      Script script = Script.of(give("hello"), shorter(length, Clause.CALL_04));
      assertEquals(Optional.empty(), ScriptRunner.run(script, guest(SHORTER), STEPS).fault());
    }
    Script script = Script.of(give("hello"), shorter(1, Clause.CALL_18));
    Fault fault = ScriptRunner.run(script, guest(SHORTER), STEPS).fault().orElseThrow();
    assertEquals(Clause.CALL_18, fault.clause());
  }

  private static Action shorter(long length, Clause clause) {
    List<Operand> operands = List.of(Scripts.pointer(0), new Operand.Literal(length));
    return new Action.Call(
        "wasm_memory_rust_upper", FunctionShape.BYTES, operands, Expected.REJECTED, clause);
  }

  @Test
  void whatIsLiveAtTheEndIsReleasedOldestFirst() {
    Guest guest = guest("greeting");
    ScriptRun run = ScriptRunner.run(Script.of(give("ab"), give("cd")), guest, STEPS);
    List<String> calls = run.steps().stream().map(Step::call).toList();
    String first = calls.get(0).replaceFirst(".*-> ", "");
    String second = calls.get(1).replaceFirst(".*-> ", "");
    assertEquals("deallocate(" + first + ") -> 0", calls.get(2));
    assertEquals("deallocate(" + second + ") -> 0", calls.get(3));
    assertEquals(4, run.calls());
    assertEquals("write \"ab\"", run.steps().get(0).note());
  }

  @Test
  void resultsAreReleasedTwiceUnlessToldOtherwise() {
    Script script = Script.of(giveC("a"), callC(0));
    // allocate, the call, the parameter's release, and the result's.
    assertEquals(5, ScriptRunner.run(script, guest("greeting"), Set.of()).calls());
    Set<Look> once = Set.of(Look.RELEASED_ONCE);
    assertEquals(4, ScriptRunner.run(script, guest("greeting"), once).calls());
  }

  @Test
  void whereOnlyAnswersCountNothingIsReleasedAtTheEnd() {
    Script script = Script.of(giveC("a"), callC(0));
    ScriptRun run = ScriptRunner.run(script, guest("greeting"), Set.of(Look.ANSWERS_ONLY));
    assertEquals(2, run.calls());
    assertEquals(List.of(served("Hello World, a!\0")), run.answers());
  }

  @Test
  void oneActionAfterTheOther() {
    Guest guest = guest("greeting");
    ScriptRunner runner = new ScriptRunner(Script.of(giveC("a"), callC(0)), guest, STEPS);
    int steps = 0;
    while (!runner.done()) {
      runner.step();
      steps++;
    }
    // Two actions, then the releases of the parameter and of the result.
    assertEquals(4, steps);
    assertEquals(List.of(served("Hello World, a!\0")), runner.result().answers());
  }

  @Test
  void noStepsAreWrittenUnlessTheyAreAskedFor() {
    ScriptRun run = ScriptRunner.run(Script.of(give("a")), guest("greeting"), Set.of());
    assertEquals(List.of(), run.steps());
    assertEquals(2, run.calls());
  }

  @Test
  void aCallThatIsTooLargeIsShortOfMemoryOnlyWhereThatIsExpected() {
    Script large = Script.of(new Action.Give(Content.of(new byte[1 << 20], 200)));
    assertEquals(
        Clause.ALLOC_10,
        ScriptRunner.run(large, guest("greeting"), Set.of()).fault().orElseThrow().clause());
    ScriptRun run = ScriptRunner.run(large, guest("greeting"), Set.of(Look.SHORT_OF_MEMORY));
    assertEquals(Optional.empty(), run.fault());
  }

  @Test
  void aTrapEndsTheScript() {
    Script script = Script.of(BAD_TEXT, upper(Clause.CALL_13), release(0));
    ScriptRun run = ScriptRunner.run(script, guest("call_13_traps_on_bad_text"), STEPS);
    assertTrue(run.stopped());
    Fault fault = run.fault().orElseThrow();
    assertEquals(Clause.CALL_13, fault.clause());
    assertTrue(fault.actual().contains("trap: "), fault::actual);
    assertEquals(2, run.calls());
  }

  /** As it is when the guest has given the address of a released area out anew. */
  @Test
  void aTrapIsNotBlamedOnAReleasedPointerWhereTheAreaIsLive() {
    Script script = Script.of(BAD_TEXT, upper(Clause.CALL_05));
    ScriptRun run = ScriptRunner.run(script, guest("call_13_traps_on_bad_text"), STEPS);
    assertTrue(run.stopped());
    assertEquals(Optional.empty(), run.fault());
  }
}

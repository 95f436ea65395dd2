package io.modulecontract.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What never comes as far as its comparison has compared nothing, and is counted so. */
class EndedEarlyTest {

  private static final Script SERVED = greet("World".getBytes(UTF_8));

  /** Rejected by any module, and wrongly called valid. */
  private static final Script REJECTED = greet(new byte[] {(byte) 0xFF});

  private static Script greet(byte[] text) {
    return Script.of(
        new Action.Give(Content.of(text).and((byte) 0)),
        new Action.Call(
            "wasm_memory_c_format_hello_world",
            FunctionShape.CSTRING,
            List.of(new Operand.Pointer(Ref.to(0), 0)),
            Action.Expected.SERVED,
            Clause.CALL_12));
  }

  private static Tally ran(Scenario scenario) {
    return ran(scenario, "greeting.wasm");
  }

  private static Tally ran(Scenario scenario, String module) {
    Guests guests =
        new FreshGuests(ReferenceModules.load(module), Policy.DEFAULT, ExecutionMode.COMPILED);
    Tally tally = new Tally();
    assertEquals(Optional.empty(), scenario.on(guests, tally));
    return tally;
  }

  private static void endsEarly(Scenario scenario) {
    Tally tally = ran(scenario);
    assertEquals(1, tally.stopped());
    assertEquals(Set.of(Clause.CALL_12), tally.first());
  }

  private static void runsThrough(Scenario scenario) {
    Tally tally = ran(scenario);
    assertEquals(0, tally.stopped());
    assertEquals(Set.of(), tally.first());
  }

  @Test
  void aTrapIsNoAnswer() {
    FunctionCalls upper =
        new FunctionCalls(
            new ModuleDescriptor.Function("wasm_memory_rust_upper", FunctionShape.BYTES));
    Script trap = upper.once(Parameters.of(Content.of(new byte[] {(byte) 0xFF})));
    Interleaved turns = new Interleaved(List.of(trap, trap), 7, false);
    assertEquals(1, ran(turns, "call_13_traps_on_bad_text.wasm").stopped());
  }

  private static Comparison comparison(Script one, Script other) {
    return new Comparison(one, other, guests -> guests, "again", "f");
  }

  @Test
  void twoCallsAreComparedWhenBothReturn() {
    runsThrough(comparison(SERVED, SERVED));
    endsEarly(comparison(REJECTED, SERVED));
    endsEarly(comparison(SERVED, REJECTED));
  }

  @Test
  void instancesByTurnsAreComparedWhenOneOfThemAnswers() {
    runsThrough(new Interleaved(List.of(REJECTED, SERVED), 7, false));
    endsEarly(new Interleaved(List.of(REJECTED, REJECTED), 7, true));
  }

  @Test
  void threadsAreComparedWhenOneOfThemAnswers() {
    runsThrough(new OnThreads(List.of(REJECTED, SERVED), 2));
    endsEarly(new OnThreads(List.of(REJECTED, REJECTED), 2));
  }

  @Test
  void aFreshInstanceIsComparedWhenItsScriptAnswers() {
    runsThrough(new AfterOthers(SERVED, List.of(REJECTED), 7));
    runsThrough(new AfterOthers(REJECTED.after(SERVED), List.of(REJECTED), 7));
    endsEarly(new AfterOthers(REJECTED, List.of(SERVED), 7));
  }
}

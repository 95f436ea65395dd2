package io.modulecontract.script;

import static io.modulecontract.script.Scripts.callBytes;
import static io.modulecontract.script.Scripts.callC;
import static io.modulecontract.script.Scripts.give;
import static io.modulecontract.script.Scripts.giveC;
import static io.modulecontract.script.Scripts.pointer;
import static io.modulecontract.script.Scripts.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.spec.Clause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault is put down to the clause without whose actions it would not be there. */
class ScriptJudgeTest {

  private static final Script TWO_CALLS =
      Script.of(giveC("ab"), callC(0), giveC("cd"), callC(2), release(0));

  /** Areas one behind the other; once 5 was to be released, there are none any more. */
  private static final LoadedModule REFUSES_AFTER_FIVE =
      new HandMade()
          .allocate(
              0x41, 0, 0x28, 2, 8, 0x04, 0x40, 0x41, 0, 0x0F, 0x0B, // if refusing, return 0
              0x41, 0, 0x41, 0, 0x28, 2, 0, 0x20, 0, 0x6A, 0x36, 2, 0, // next += size
              0x41, 0, 0x28, 2, 0, 0x20, 0, 0x6B, 0x41, 16, 0x6A) // next - size + 16
          .deallocate(
              0x20, 0, 0x41, 5, 0x46, 0x04, 0x40, // if it is 5
              0x41, 0, 0x41, 1, 0x36, 2, 8, 0x0B, // refusing = 1
              0x41, 0)
          .load();

  private static ScriptJudge judge(String module, Look... looks) {
    return new ScriptJudge(guests(module), Set.of(looks));
  }

  private static Guests guests(String module) {
    Policy policy = Policy.DEFAULT.withDeadline(Duration.ofSeconds(2));
    return new RestoredGuests(
        ReferenceModules.load(module + ".wasm"), policy, ExecutionMode.COMPILED);
  }

  /** Notes the deadline of each guest that it gives. */
  private record Noted(Guests guests, List<Duration> deadlines) implements Guests {

    @Override
    public Guest next() {
      deadlines.add(policy().deadline());
      return guests.next();
    }

    @Override
    public Guest next(GuestState state) {
      return guests.next(state);
    }

    @Override
    public Guests under(Policy policy) {
      return new Noted(guests.under(policy), deadlines);
    }

    @Override
    public Policy policy() {
      return guests.policy();
    }
  }

  /** The same script with the functions of the faulty modules. */
  private static Script upper(Script script) {
    Script changed = script;
    for (int i = 0; i < script.length(); i++) {
      if (script.actions().get(i) instanceof Action.Call call) {
        String name = call.function().contains("_c_") ? "wasm_memory_c_" : "wasm_memory_rust_";
        changed =
            changed.with(
                i,
                new Action.Call(
                    name + "upper", call.shape(), call.operands(), call.expected(), call.clause()));
      }
    }
    return changed;
  }

  /** What is found, after the script was shown to be right: it has no fault on a module without. */
  private static Finding found(String module, Script script) {
    assertEquals(Optional.empty(), judge("greeting").judge(script));
    Finding finding = judge(module).judge(upper(script)).orElseThrow();
    assertTrue(finding.script().length() <= script.length());
    assertFalse(finding.steps().isEmpty());
    return finding;
  }

  private static void blames(Clause clause, String module, Script script) {
    Finding finding = found(module, script);
    assertEquals(clause, finding.clause(), finding::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "c_greeting"})
  void aModuleThatKeepsTheContractIsNotBlamed(String module) {
    ScriptJudge judge = judge(module, Look.PARAMETERS, Look.UNWRITTEN_RESULTS);
    assertEquals(Optional.empty(), judge.judge(TWO_CALLS));
    assertTrue(judge.operations() > 8);
    assertEquals(8 + 2, judge.steps(TWO_CALLS).size());
  }

  @Test
  void theCallItself() {
    blames(Clause.CALL_01, "call_01_not_releasable", TWO_CALLS);
    blames(Clause.CALL_12, "call_12_refuses_empty", Script.of(give(""), callBytes(0)));
    blames(
        Clause.CALL_06,
        "call_06_too_long_is_cut",
        Script.of(give("abc"), callBytes(0, 1, Expected.REJECTED, Clause.CALL_06)));
    Finding exit = found("pol_03_exits_on_empty", Script.of(give(""), callBytes(0)));
    assertEquals(Clause.POL_03, exit.clause());
    assertEquals(1, exit.fault().action());
  }

  @Test
  void aParameterThatIsNoLongerTheHosts() {
    blames(Clause.CALL_07, "call_07_frees_parameter", Script.of(giveC("a"), callC(0), release(0)));
  }

  /** Its area is given out again, as a part of the next result. */
  @Test
  void aParameterThatIsFreedWhenItIsRejected() {
    Action invalid = new Action.Give(Content.of(new byte[] {-1}));
    Action rejected = callBytes(0, 0, Expected.REJECTED, Clause.CALL_13);
    Script script =
        Script.of(invalid, give("behind"), rejected, give("more than eight"), callBytes(3));
    blames(Clause.CALL_07, "call_07_frees_what_it_rejects", script);
  }

  @Test
  void anAreaThatIsReadWhileTheCallRejects() {
    Action rejected = callC(0, Expected.REJECTED, Clause.CALL_13);
    Script script = Script.of(give("8 bytes."), give("behind"), rejected);
    blames(Clause.CALL_10, "call_10_nul_looked_for_behind", script);
  }

  @Test
  void aResultThatAnotherResultOverwrites() {
    blames(Clause.CALL_16, "call_16_shared_buffer", TWO_CALLS);
    blames(Clause.CALL_16, "call_16_works_in_last_result", TWO_CALLS);
  }

  @Test
  void anAreaThatTheCallHasNothingToDoWith() {
    blames(
        Clause.CALL_09,
        "call_09_nul_behind_parameter",
        Script.of(give("0123456789abcdef"), give("other"), callBytes(0)));
  }

  @Test
  void aReleaseTwiceNeedsNoCallToBeWrong() {
    Script twice = Script.of(give("a"), release(0), release(0));
    blames(Clause.DEALLOC_02, "dealloc_02_reports_success", twice);
  }

  /** Allocate, called as a function: its result is an area whose first byte ends a C string. */
  @Test
  void aResultReleasedTwiceIsTheAllocatorsWhereThatAcceptsAnySecondRelease() {
    Script script = Script.of(give("abc"), call("wasm_allocate", pointer(0), Expected.SERVED));
    assertEquals(Optional.empty(), judge("side_tables").judge(script));
    Finding finding = judge("dealloc_02_reports_success").judge(script).orElseThrow();
    assertEquals(Clause.CALL_01, finding.fault().clause());
    assertEquals(Clause.DEALLOC_02, finding.clause());
  }

  @Test
  void whatIsGoneWithoutTheRejectedCallIsThatCalls() {
    Operand five = new Operand.Literal(5);
    Action rejected = call("wasm_deallocate", five, Expected.REJECTED);
    Action either = call("wasm_deallocate", five, Expected.EITHER);
    ScriptJudge judge =
        new ScriptJudge(
            new RestoredGuests(REFUSES_AFTER_FIVE, Policy.DEFAULT, ExecutionMode.COMPILED),
            Set.of());
    assertEquals(Optional.empty(), judge.judge(Script.of(give("a"), give("b"))));
    Finding finding = judge.judge(Script.of(give("a"), rejected, give("b"))).orElseThrow();
    assertEquals(Clause.ALLOC_10, finding.fault().clause());
    assertEquals(Clause.CALL_04, finding.clause());
    // A call that need not be rejected has done something to areas that it was not given.
    Script other = Script.of(give("a"), either, give("b"));
    assertEquals(Clause.CALL_09, judge.judge(other).orElseThrow().clause());
  }

  private static Action call(String function, Operand operand, Expected expected) {
    return new Action.Call(
        function, FunctionShape.CSTRING, List.of(operand), expected, Clause.CALL_04);
  }

  /** The same fault, a result that is not released, is growth's where only growth brings it. */
  @Test
  void aResultThatOnlyGrowthSpoils() {
    Action large = new Action.Give(Content.of("a", 1 << 20).and((byte) 0));
    Script call = Script.of(large, callC(0));
    blames(Clause.GROW_04, "grow_04_not_releasable", call);
    blames(Clause.CALL_01, "call_01_not_releasable", call);
    assertEquals(
        Optional.empty(),
        judge("grow_04_not_releasable").judge(upper(Script.of(giveC("a"), callC(0)))));
  }

  @Test
  void whatComesTooLateIsAskedForLessPatientlyAndNotForEver() {
    String text = "a".repeat(4_096);
    Script late = upper(Script.of(giveC(text), callC(0)));
    List<Duration> deadlines = new ArrayList<>();
    ScriptJudge judge =
        new ScriptJudge(new Noted(guests("call_15_block_border"), deadlines), Set.of());
    assertTrue(answer(judge.run(late)).endsWith("no answer within the deadline"));
    assertTrue(answer(judge.run(late)).endsWith("no answer within the deadline"));
    assertEquals(List.of(Duration.ofSeconds(2), Duration.ofMillis(250)), deadlines);
    assertEquals(Clause.CALL_15, judge.judge(late).orElseThrow().clause());
    int asked = 1;
    while (judge.judge(late).isPresent()) {
      asked++;
    }
    assertTrue(asked < 9, "asked " + asked + " times");
  }

  /** They do not overlap, for they have no bytes. */
  @Test
  void emptyAreasAtOneAddressAreNoOverlap() {
    Script two = Script.of(give(""), give(""));
    assertEquals(Clause.ALLOC_04, found("alloc_04_zero_shares_address", two).clause());
  }

  private static String answer(ScriptRun run) {
    return run.fault().orElseThrow().actual();
  }

  @Test
  void stepsAreThereWhateverIsLookedFor() {
    Script script = Script.of(give("a"));
    assertEquals(2, judge("greeting").steps(script).size());
    assertEquals(0, judge("greeting").run(script).steps().size());
  }
}

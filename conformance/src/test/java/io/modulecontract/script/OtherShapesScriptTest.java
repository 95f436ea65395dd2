package io.modulecontract.script;

import static io.modulecontract.script.Scripts.give;
import static io.modulecontract.script.Scripts.pointer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.CallOutcome;
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

/** Calls whose result is no area: changed where it lies, or delivered meanwhile. */
class OtherShapesScriptTest {

  private static final Action BAD_TEXT = new Action.Give(Content.of("ab").and((byte) 0xFF));

  private static Guest guest(String module) {
    return new FreshGuests(
            ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED)
        .next();
  }

  private static Action call(
      String function, FunctionShape shape, long more, Expected expected, Clause clause) {
    Operand length = new Operand.Length(Ref.to(0), more);
    return new Action.Call(function, shape, List.of(pointer(0), length), expected, clause);
  }

  private static Action inPlace(String function, Expected expected, Clause clause) {
    return call(function, FunctionShape.IN_PLACE, 0, expected, clause);
  }

  private static Action delivering(String function, long more, Expected expected, Clause clause) {
    return call(function, FunctionShape.CALLBACK, more, expected, clause);
  }

  private static ScriptRun run(String module, Action... actions) {
    return ScriptRunner.run(Script.of(actions), guest(module), EnumSet.of(Look.STEPS));
  }

  private static Fault fault(String module, Action... actions) {
    return run(module, actions).fault().orElseThrow();
  }

  private static Answer served(String text) {
    return new Answer("served", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsLeftOfAnAreaIsTheAnswerAndTheAreaIsReleasedAsItIsNow() {
    Action squeeze = inPlace("squeeze_spaces", Expected.SERVED, Clause.CALL_12);
    ScriptRun run = run("in_place", give("a  b   c"), squeeze, squeeze);
    assertEquals(Optional.empty(), run.fault());
    // Behind what was left lie zeros: the second call finds them in the same area.
    assertEquals(List.of(served("a b c"), served("a b c\0\0\0")), run.answers());
    assertEquals("left \"a b c\"", run.steps().get(1).note());
  }

  @Test
  void aRejectionIsMinusOneAndLeavesTheAreaAsItIs() {
    Action rejected = inPlace("squeeze_spaces", Expected.REJECTED, Clause.CALL_13);
    ScriptRun run = run("in_place", BAD_TEXT, rejected);
    assertEquals(Optional.empty(), run.fault());
    assertEquals(List.of(new Answer("rejected", new byte[0])), run.answers());
    Fault served = fault("in_place", give("ab"), rejected);
    assertEquals(Clause.CALL_13, served.clause());
    assertEquals("squeeze_spaces -> -1", served.expected());
    assertEquals("squeeze_spaces -> 2", served.actual());
    Fault valid =
        fault("in_place", BAD_TEXT, inPlace("squeeze_spaces", Expected.SERVED, Clause.CALL_12));
    assertEquals(Clause.CALL_12, valid.clause());
    assertEquals("squeeze_spaces -> -1", valid.actual());
  }

  @Test
  void anAreaThatIsChangedAndRejectedIsSeenWhateverTheCallHadToAnswer() {
    String module = "call_13_in_place_half_done";
    for (Expected expected : Set.of(Expected.REJECTED, Expected.EITHER)) {
      Fault fault = fault(module, BAD_TEXT, inPlace("upper_here", expected, Clause.CALL_13));
      Clause clause = expected == Expected.REJECTED ? Clause.CALL_13 : Clause.CALL_09;
      assertEquals(clause, fault.clause());
      assertEquals(Fault.Cause.HERE, fault.cause());
      assertEquals("byte 0 of the area of step 1 was 97 and is 65", fault.actual());
    }
  }

  @Test
  void moreThanTheAreaCannotBeLeft() {
    Action call = inPlace("drop_tabs", Expected.SERVED, Clause.CALL_12);
    Action long_ = new Action.Give(Content.of("x", 5_000));
    Fault fault = fault("call_12_in_place_whole_blocks", long_, call);
    assertEquals(Clause.CALL_12, fault.clause());
    assertEquals("at most the 5000 bytes of the area, or -1", fault.expected());
    assertEquals("drop_tabs -> 8192", fault.actual());
  }

  @Test
  void whatIsDeliveredIsTheAnswer() {
    Action call = delivering("hexadecimal", 0, Expected.SERVED, Clause.CALL_12);
    Action longer = delivering("hexadecimal", 1, Expected.REJECTED, Clause.CALL_06);
    ScriptRun run = run("host_callback", give("az"), call, longer, call);
    assertEquals(Optional.empty(), run.fault());
    assertEquals(
        List.of(served("617a"), new Answer("rejected", new byte[0]), served("617a")),
        run.answers());
    assertEquals(
        List.of("delivered \"617a\"", "", "delivered \"617a\""),
        run.steps().subList(1, 4).stream().map(Step::note).toList());
  }

  @Test
  void aStatusIsNothingButAllOrNothing() {
    Action call = delivering("hand_over", 0, Expected.SERVED, Clause.CALL_12);
    Fault fault = fault("call_12_answers_how_many", new Action.Give(Content.of("x", 3_000)), call);
    assertEquals(Clause.CALL_12, fault.clause());
    assertEquals("0 when all was delivered, or -1", fault.expected());
    assertEquals("hand_over -> 2", fault.actual());
  }

  @Test
  void aHostThatWantsNoMoreGetsNoMoreAndIsToldSo() {
    Action give = new Action.Give(Content.of("x", 5_000));
    Action hex = delivering("hexadecimal", 0, Expected.SERVED, Clause.CALL_12);
    Script script = Script.of(give, hex);
    Set<Look> first = Set.of(Look.FIRST_PIECE_ONLY);
    ScriptRun run = ScriptRunner.run(script, guest("host_callback"), first);
    assertEquals(Optional.empty(), run.fault());
    assertEquals(List.of(new Answer("rejected", new byte[0])), run.answers());

    Action over = delivering("hand_over", 0, Expected.SERVED, Clause.CALL_12);
    Guest deaf = guest("call_12_answers_how_many");
    Fault more = ScriptRunner.run(Script.of(give, over), deaf, first).fault().orElseThrow();
    assertEquals(Clause.CALL_12, more.clause());
    assertEquals("no piece after the host wanted no more", more.expected());
    assertEquals("4 more delivered, then hand_over -> 4", more.actual());

    Script one = Script.of(give("ab"), over);
    Fault answer = ScriptRunner.run(one, DeliversMore.guest(), first).fault().orElseThrow();
    assertEquals(Clause.CALL_12, answer.clause());
    assertEquals("hand_over -> -1: the host wanted no more", answer.expected());
    assertEquals("hand_over -> 1", answer.actual());
  }

  /** Outside of the call that delivers, nobody waits for a piece. */
  @Test
  void whatIsDeliveredToNobodyIsRefused() {
    Guest guest = DeliversMore.guest();
    assertEquals(new CallOutcome.Returned(1), guest.call("hand_over", 1_024, 4));
    assertEquals(0, guest.outbox().content().length);
    Action call = delivering("hand_over", 0, Expected.SERVED, Clause.CALL_12);
    ScriptRunner.run(Script.of(give("ab"), call), guest, Set.of());
    assertEquals(0, guest.outbox().content().length);
    assertEquals(new CallOutcome.Returned(1), guest.call("hand_over", 1_024, 4));
  }

  /** What a guest has its host read, it reads. */
  @Test
  void aPieceThatLiesInAnotherAreaIsALoadFromThere() {
    Guest guest = DeliversMore.guest();
    Action call = delivering("hand_over", 0, Expected.SERVED, Clause.CALL_12);
    Script alone = Script.of(give("abcdefgh"), call);
    ScriptRun run = ScriptRunner.run(alone, guest, Set.of(Look.RELEASED_ONCE));
    assertEquals(16, run.answers().get(0).content().length);
    Script beside = Script.of(give("abcdefgh"), give("secret"), call);
    Fault fault = ScriptRunner.run(beside, DeliversMore.guest(), Set.of()).fault().orElseThrow();
    assertEquals(Clause.CALL_10, fault.clause());
    assertEquals(
        "a load from the area of step 2: 16 bytes at 1024, where 6 bytes at 1032 are live",
        fault.actual());
  }
}

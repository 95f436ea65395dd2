package io.modulecontract.script;

import static io.modulecontract.script.Scripts.callBytes;
import static io.modulecontract.script.Scripts.callC;
import static io.modulecontract.script.Scripts.data;
import static io.modulecontract.script.Scripts.give;
import static io.modulecontract.script.Scripts.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When actions go or come, those that stay name the same areas as before. */
class ScriptTest {

  private static final Script SCRIPT =
      Script.of(
          give("a"),
          give("b"),
          callBytes(1),
          new Action.Release(data(2)),
          release(0),
          callC(0),
          release(1));

  @Test
  void whatNamesADroppedAreaIsDroppedToo() {
    assertEquals(
        Script.of(give("b"), callBytes(0), new Action.Release(data(1)), release(0)),
        SCRIPT.without(0, 1));
    assertEquals(Script.of(give("a"), release(0), callC(0)), SCRIPT.without(1, 2));
    assertEquals(
        Script.of(give("a"), give("b"), release(0), release(1)),
        SCRIPT.without(Action.Call.class::isInstance));
    assertEquals(SCRIPT, SCRIPT.without(3, 3));
    assertEquals(Script.of(), SCRIPT.without(0, SCRIPT.length()));
  }

  @Test
  void otherActionsInFrontMoveTheNames() {
    Script first = Script.of(give("x"), release(0));
    assertEquals(
        Script.of(
            give("x"),
            release(0),
            give("a"),
            give("b"),
            callBytes(3),
            new Action.Release(data(4)),
            release(2),
            callC(2),
            release(3)),
        SCRIPT.after(first));
    assertEquals(SCRIPT, SCRIPT.after(Script.of()));
    assertEquals(SCRIPT, SCRIPT.after(first).without(0, 2));
  }

  @Test
  void thePrefixTheReplacementAndTheWeight() {
    assertEquals(Script.of(give("a"), give("b")), SCRIPT.prefix(2));
    assertEquals(give("zzz"), SCRIPT.with(0, give("zzz")).actions().get(0));
    assertEquals(4, SCRIPT.with(0, give("zzz")).weight());
    List<Action> actions = new ArrayList<>(List.of(give("a")));
    Script copy = new Script(actions);
    actions.clear();
    assertEquals(1, copy.length());
    assertThrows(UnsupportedOperationException.class, () -> copy.actions().clear());
  }

  /** Small areas count as 64 bytes, and a call may need sixteen times what it is passed. */
  @Test
  void whatAGuestMustHaveMemoryFor() {
    String text = "x".repeat(100);
    assertEquals(64 + 100, Script.of(give("a"), give(text)).needed());
    assertEquals(16 * 100, Script.of(give(text), callBytes(0)).needed());
    assertEquals(31 * 100, Script.of(give(text), callBytes(0), callC(0), release(0)).needed());
    assertEquals(0, Script.of().needed());
  }

  /** Each area has a text of its own here, so a name can be followed whatever happened to it. */
  @Test
  void whateverIsDroppedEachNameStaysWithItsArea() {
    SplittableRandom random = new SplittableRandom(11);
    int followed = 0;
    for (int round = 0; round < 500; round++) {
      Script script = random(random);
      int from = random.nextInt(script.length());
      int to = random.nextInt(from, script.length());
      Script shorter = script.without(from, to).after(Script.of(give("in front")));
      for (Map.Entry<String, String> call : calls(shorter).entrySet()) {
        assertEquals(call.getKey(), call.getValue());
        followed++;
      }
    }
    assertTrue(followed > 1_000, "only " + followed);
  }

  /** Areas, and calls whose function has the name of the text that they are given. */
  private static Script random(SplittableRandom random) {
    List<Action> actions = new ArrayList<>();
    List<Integer> gives = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      if (gives.isEmpty() || random.nextBoolean()) {
        gives.add(i);
        actions.add(give("text " + i));
      } else {
        int given = gives.get(random.nextInt(gives.size()));
        actions.add(named("text " + given, given));
      }
    }
    return new Script(actions);
  }

  private static Action named(String name, int area) {
    Action.Call call = (Action.Call) callC(area);
    return new Action.Call(name, call.shape(), call.operands(), call.expected(), call.clause());
  }

  /** The name of each call's function, quoted, with the text of the area that it is given. */
  private static Map<String, String> calls(Script script) {
    Map<String, String> calls = new HashMap<>();
    for (Action action : script.actions()) {
      if (action instanceof Action.Call call) {
        Ref area = ((Operand.Pointer) call.operands().get(0)).area();
        Action.Give give = (Action.Give) script.actions().get(area.action());
        calls.put('"' + call.function() + '"', give.content().toString());
      }
    }
    return calls;
  }
}

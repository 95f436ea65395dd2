package io.modulecontract.script;

import static io.modulecontract.script.Scripts.callBytes;
import static io.modulecontract.script.Scripts.data;
import static io.modulecontract.script.Scripts.give;
import static io.modulecontract.script.Scripts.release;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each operand that names an area is renamed, and nothing else of an action is. */
class ReferencesTest {

  private static final int GONE = References.GONE;

  private static Optional<Action> renamed(Action action, int... moved) {
    return References.renamed(action, moved);
  }

  @Test
  void pointersAndLengthsFollowTheirArea() {
    assertEquals(Optional.of(callBytes(7)), renamed(callBytes(1), 0, 7));
    assertEquals(Optional.of(release(5)), renamed(release(0), 5));
    assertEquals(
        Optional.of(new Action.Release(data(4))), renamed(new Action.Release(data(2)), 0, 1, 4));
    Operand near = new Operand.Pointer(Ref.to(0), -3);
    assertEquals(
        Optional.of(new Action.Release(new Operand.Pointer(Ref.to(2), -3))),
        renamed(new Action.Release(near), 2));
  }

  @Test
  void whatNamesNoAreaStays() {
    assertEquals(Optional.of(give("a")), renamed(give("a"), GONE));
    Action literal = new Action.Release(new Operand.Literal(8));
    assertEquals(Optional.of(literal), renamed(literal, GONE));
    Action end = new Action.Release(new Operand.MemoryEnd(-1));
    assertEquals(Optional.of(end), renamed(end, GONE));
  }

  @Test
  void anActionGoesWithTheAreaThatItNames() {
    assertEquals(Optional.empty(), renamed(release(0), GONE));
    assertEquals(Optional.empty(), renamed(callBytes(1), 0, GONE));
    assertEquals(Optional.of(callBytes(0)), renamed(callBytes(0), 0, GONE));
  }
}

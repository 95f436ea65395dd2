package io.modulecontract.script;

import static io.modulecontract.script.Scripts.callC;
import static io.modulecontract.script.Scripts.give;
import static io.modulecontract.script.Scripts.giveC;
import static io.modulecontract.script.Scripts.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.script.Fault.Cause;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A failing script gets as small as it can without becoming another one. */
class ScriptShrinksTest {

  private static final long PLENTY = 1_000_000;

  private static final Script LARGE =
      Script.of(
          give("left"),
          give("right"),
          release(0),
          giveC("an x in a text"),
          release(1),
          callC(3),
          new Action.Give(Content.of("y", 5_000)),
          release(6),
          callC(3));

  private final AtomicLong spent = new AtomicLong();

  private static Finding finding(Clause clause, Script script) {
    Fault fault = new Fault(clause, Cause.HERE, 0, "", "", "", false);
    return new Finding(clause, fault, script, List.of());
  }

  /** Fails where a text with an x in it is passed. */
  private Optional<Finding> passesAnX(Script script) {
    spent.incrementAndGet();
    for (Action action : script.actions()) {
      if (action instanceof Action.Call call) {
        int area = ((Operand.Pointer) call.operands().get(0)).area().action();
        if (((Action.Give) script.actions().get(area)).content().toString().contains("78")) {
          return Optional.of(finding(Clause.CALL_13, script));
        }
      }
    }
    return Optional.empty();
  }

  private Script smallest(Function<Script, Optional<Finding>> judge, long most) {
    Finding first = finding(Clause.CALL_13, LARGE);
    return ScriptShrinks.smallest(first, judge, spent::get, most).script();
  }

  @Test
  void onlyWhatIsNeededStays() {
    Action text = new Action.Give(Content.of(new byte[] {'x', 0}));
    assertEquals(Script.of(text, callC(0)), smallest(this::passesAnX, PLENTY));
    assertTrue(spent.get() < 200, "asked " + spent);
  }

  @Test
  void aLengthThatMattersIsSoonFound() {
    Script mebibyte = Script.of(new Action.Give(Content.of("x", 1 << 20)));
    Function<Script, Optional<Finding>> moreThanThat =
        script -> {
          spent.incrementAndGet();
          return script.weight() > 300_007
              ? Optional.of(finding(Clause.CALL_12, script))
              : Optional.empty();
        };
    Finding first = finding(Clause.CALL_12, mebibyte);
    Script smallest = ScriptShrinks.smallest(first, moreThanThat, spent::get, PLENTY).script();
    assertEquals(300_008, smallest.weight());
    assertTrue(spent.get() < 300, "asked " + spent);
  }

  @Test
  void anotherClauseIsAnotherFinding() {
    Function<Script, Optional<Finding>> judge =
        script ->
            passesAnX(script)
                .map(
                    found ->
                        script.length() < 5
                            ? finding(Clause.CALL_12, script)
                            : finding(Clause.CALL_13, script));
    assertEquals(5, smallest(judge, PLENTY).length());
  }

  @Test
  void theSearchEndsWhereItMust() {
    smallest(this::passesAnX, 3);
    assertEquals(3, spent.get());
    assertEquals(LARGE, smallest(script -> Optional.empty(), PLENTY));
  }

  @Test
  void everyCandidateIsSmallerAndMadeOnlyWhenItIsAskedFor() {
    List<Script> candidates = ScriptShrinks.of(LARGE).toList();
    assertTrue(candidates.size() > 20);
    for (Script candidate : candidates) {
      assertTrue(
          candidate.length() < LARGE.length()
              || (candidate.length() == LARGE.length() && candidate.weight() < LARGE.weight()),
          candidate::toString);
    }
    // The first is the first half: much smaller.
    assertEquals(5, candidates.get(0).length());
    assertEquals(List.of(), ScriptShrinks.of(Script.of()).toList());
  }
}

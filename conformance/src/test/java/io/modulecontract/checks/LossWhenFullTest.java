package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Answer;
import io.modulecontract.script.Look;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are rejected because memory runs out half-way. */
class LossWhenFullTest {

  private static final String GREET = "wasm_memory_rust_format_hello_world";
  private static final String UPPER = "wasm_memory_rust_upper";

  private static FunctionCalls function(String name) {
    return new FunctionCalls(new ModuleDescriptor.Function(name, FunctionShape.BYTES));
  }

  private static Guests guests(String module) {
    return new RestoredGuests(
        ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED);
  }

  private static List<Answer> answers(Guests few, FullCalls calls, int released) {
    Set<Look> looks = Set.of(Look.SHORT_OF_MEMORY);
    ScriptRun run = ScriptRunner.run(calls.script(released), few.next(), looks);
    assertEquals(Optional.empty(), run.fault());
    return run.answers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "c_greeting", "fixed_memory"})
  void theLastRejectionIsFollowedByAnAnswer(String module) {
    Guests few = LossWhenFull.few(guests(module));
    FunctionCalls greet = function(GREET);
    FullCalls calls = FullCalls.in(few, greet, greet.payloads().sized(11));
    int[] nearly = calls.nearlyEnough();
    assertTrue(nearly.length > 0);
    int last = nearly[nearly.length - 1];
    assertEquals("rejected", answers(few, calls, last).get(0).outcome());
    assertTrue(answers(few, calls, last + 1).get(0).wasServed());
  }

  @Test
  void aTextThatIsKeptWithoutItsPairIsLost() {
    List<ClauseBroken.Evidence> losses = losses("leak_03_text_without_pair", UPPER);
    assertTrue(losses.size() > 0);
    losses.forEach(
        loss -> assertEquals("after 1 times, with nothing live: allocate(16) -> 0", loss.actual()));
  }

  /** The same calls by guests that give back what they cannot hand over. */
  @Test
  void whoReleasesItLosesNothing() {
    assertEquals(List.of(), losses("leak_03_copy_of_what_is_rejected", UPPER));
    assertEquals(List.of(), losses("greeting", GREET));
  }

  private static List<ClauseBroken.Evidence> losses(String module, String name) {
    Guests guests = guests(module);
    Guests few = LossWhenFull.few(guests);
    FunctionCalls function = function(name);
    List<ClauseBroken.Evidence> losses = new ArrayList<>();
    int tried = 0;
    for (int length = 3; length < 24; length += 4) {
      Parameters payload = function.payloads().sized(length);
      for (int released : FullCalls.in(few, function, payload).nearlyEnough()) {
        tried++;
        new LossWhenFull(function, payload, released, false)
            .lasting(guests, new Tally())
            .ifPresent(losses::add);
      }
    }
    assertTrue(tried > 3, "only " + tried);
    return losses;
  }
}

package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Policy;
import io.modulecontract.script.Action;
import io.modulecontract.script.Operand;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is answered to the chunks of a value, one behind the other, is the answer to the whole. */
class InChunksTest {

  private static InChunks of(String module, String value, Integer... cuts) {
    return new InChunks(
        DeclaredCalls.of(module), value.getBytes(StandardCharsets.UTF_8), List.of(cuts));
  }

  private static Optional<ClauseBroken.Evidence> on(String module, InChunks chunks) {
    return chunks.on(
        new FreshGuests(
            ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED),
        new Tally());
  }

  @Test
  void whereAValueIsCutDoesNotMatterToAGuestThatKnowsWhereItIs() {
    for (int cut = 1; cut < 9; cut++) {
      InChunks chunks = of("streaming", "one\ntwo\n3", cut);
      assertEquals(Optional.empty(), on("streaming", chunks), () -> chunks.cuts().toString());
    }
    assertEquals(Optional.empty(), on("streaming", of("streaming", "a\nb", 1, 2)));
  }

  @Test
  void oneThatBeginsAnewWithEachChunkIsSeen() {
    String module = "call_12_each_chunk_a_value";
    ClauseBroken.Evidence evidence = on(module, of(module, "abc", 2)).orElseThrow();
    assertEquals("the same result", evidence.expected());
    assertEquals(
        "served \">abc\", then served \">ab>c\": they differ from byte 3 on (63 | 3e 63)",
        evidence.actual());
    assertEquals("quote", evidence.function());
    // Two for the whole; in chunks three and two. What comes after the last answer shows nothing.
    assertEquals(2 + 1 + 3 + 2, evidence.steps().size());
  }

  @Test
  void onlyTheLastChunkIsSaidToBeTheLast() {
    List<Action> actions = of("streaming", "abcdef", 1, 4).chunks().actions();
    List<Operand> last =
        actions.stream()
            .filter(Action.Call.class::isInstance)
            .map(action -> ((Action.Call) action).operands().get(2))
            .toList();
    Operand no = new Operand.Literal(0);
    assertEquals(List.of(no, no, new Operand.Literal(1)), last);
    List<String> given =
        actions.stream()
            .filter(Action.Give.class::isInstance)
            .map(action -> ((Action.Give) action).content().toString())
            .toList();
    assertEquals(List.of("\"a\"", "\"bcd\"", "\"ef\""), given);
  }

  @Test
  void cutsByChanceLieWithin() {
    SplittableRandom random = new SplittableRandom(3);
    Set<Integer> counts = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      InChunks chunks = InChunks.random(DeclaredCalls.of("streaming"), new byte[2 + i % 9], random);
      int before = 0;
      for (int cut : chunks.cuts()) {
        assertTrue(cut > before && cut < chunks.value().length, () -> chunks.cuts().toString());
        before = cut;
      }
      counts.add(chunks.cuts().size());
    }
    assertEquals(Set.of(1, 2, 3), counts);
  }

  /** Down to two bytes and one cut, where that is enough. */
  @Test
  void isMadeSmallWithChunksThatAreNeverEmpty() {
    String module = "call_12_each_chunk_a_value";
    InChunks smallest = of(module, "a text of some length", 3, 9, 15);
    for (boolean goesOn = true; goesOn; ) {
      List<InChunks> smaller = smallest.smaller().toList();
      smaller.forEach(InChunksTest::assertSound);
      Optional<InChunks> next =
          smaller.stream().filter(one -> on(module, one).isPresent()).findFirst();
      goesOn = next.isPresent();
      smallest = next.orElse(smallest);
    }
    assertEquals(2, smallest.value().length);
    assertEquals(List.of(1), smallest.cuts());
  }

  private static void assertSound(InChunks chunks) {
    int before = 0;
    for (int cut : chunks.cuts()) {
      assertTrue(cut > before, () -> chunks.cuts().toString());
      before = cut;
    }
    assertTrue(before > 0 && before < chunks.value().length, () -> chunks.cuts().toString());
  }
}

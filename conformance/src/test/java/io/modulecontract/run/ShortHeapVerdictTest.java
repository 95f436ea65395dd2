package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.checks.ClauseBroken;
import io.modulecontract.checks.Subject;
import io.modulecontract.engine.HeapExhausted;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM that is too small decides nothing about a module, and the user is told what to do. */
class ShortHeapVerdictTest {

  private static final Subject GREETING = Subjects.of("greeting.wasm");
  private static final Verdict UNDECIDED = new Verdict.Inconclusive(JvmMemory.ranOut());

  private static Verdict verdict(CheckEnd end) {
    Decisions decisions = Subjects.decisions(GREETING);
    decisions.begins(Clause.GROW_01);
    decisions.ended(Clause.GROW_01, end);
    return decisions.row(Clause.GROW_01).orElseThrow().verdict();
  }

  private static CheckEnd broken(ClauseBroken.Repetition repetition) {
    ClauseBroken.Evidence evidence =
        new ClauseBroken.Evidence("an area", "0", List.of(), 1, "wasm_allocate");
    return new CheckEnd.Broken(new ClauseBroken(evidence, repetition));
  }

  @Test
  void theSentenceSaysWhatHelps() {
    assertTrue(JvmMemory.ranOut().contains("-Xmx"));
    assertTrue(JvmMemory.ranOut().contains("--memory-limit"));
  }

  @Test
  void aCheckThatRanOutOfMemoryIsUndecided() {
    assertEquals(UNDECIDED, verdict(new CheckEnd.Crashed(new HeapExhausted())));
    assertEquals(
        UNDECIDED,
        verdict(new CheckEnd.Crashed(new IllegalStateException(new OutOfMemoryError()))));
  }

  @Test
  void aRepetitionThatRanOutOfMemoryIsUndecided() {
    assertEquals(
        UNDECIDED,
        verdict(
            broken(
                guests -> {
                  throw new OutOfMemoryError();
                })));
    assertEquals(
        UNDECIDED,
        verdict(
            broken(
                guests -> {
                  throw new HeapExhausted();
                })));
  }

  @Test
  void aRepetitionWithoutAnEndOfItsStackIsAnErrorOfOurs() {
    Verdict verdict =
        verdict(
            broken(
                guests -> {
                  throw new StackOverflowError();
                }));
    assertTrue(
        verdict instanceof Verdict.Inconclusive open && open.why().contains("StackOverflowError"),
        verdict::toString);
  }

  @Test
  void thePlatformsEndIsTheEndOfTheCheckThatWasOpen() {
    Decisions decisions = Subjects.decisions(GREETING);
    decisions.stopped(new OutOfMemoryError());
    decisions.begins(Clause.GROW_02);
    decisions.stopped(new OutOfMemoryError());
    decisions.stopped(new IllegalStateException("nothing is open"));
    assertEquals(UNDECIDED, decisions.row(Clause.GROW_02).orElseThrow().verdict());
  }
}

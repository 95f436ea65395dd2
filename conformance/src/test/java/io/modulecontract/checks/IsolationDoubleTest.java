package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.OneGuest;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.SharedMemory;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The scenarios of the family ISO see instances that are not apart. No module can share its state
 * with another instance in this engine, so the fault is in the host: doubles that hand out the same
 * guest, or the same memory, to everybody.
 */
class IsolationDoubleTest {

  private static final int TIMES = 3_000;

  /**
   * Areas one behind the other from 16 on; with the last one that is live, it starts anew. It is
   * like new then: whoever uses it alone cannot tell how often it was used before. The next
   * address, less 16, is at 0 and the number of live areas at 4.
   */
  private static final LoadedModule BUMP =
      new HandMade()
          .allocate(
              0x41, 0, 0x41, 0, 0x28, 2, 0, 0x20, 0, 0x6A, 0x36, 2, 0, // next += size
              0x41, 0, 0x41, 0, 0x28, 2, 4, 0x41, 1, 0x6A, 0x36, 2, 4, // live += 1
              0x41, 0, 0x28, 2, 0, 0x20, 0, 0x6B, 0x41, 16, 0x6A) // next - size + 16
          .deallocate(
              0x41, 0, 0x41, 0, 0x28, 2, 4, 0x41, 1, 0x6B, 0x36, 2, 4, // live -= 1
              0x41, 0, 0x28, 2, 4, 0x45, 0x04, 0x40, // if none is live
              0x41, 0, 0x41, 0, 0x36, 2, 0, 0x0B, // next = 0
              0x41, 0)
          .load();

  private static Operand pointer(int action) {
    return new Operand.Pointer(Ref.to(action), 0);
  }

  private static Script areas(String text) {
    return Script.of(
        new Action.Give(Content.of(text, 40)),
        new Action.Give(Content.of(text, 8)),
        new Action.Release(pointer(0)),
        new Action.Give(Content.of(text, 24)));
  }

  private static Script call(String text) {
    Action greet =
        new Action.Call(
            "wasm_memory_c_format_hello_world",
            FunctionShape.CSTRING,
            List.of(pointer(0)),
            Action.Expected.SERVED,
            Clause.CALL_12);
    return Script.of(new Action.Give(Content.of(text).and((byte) 0)), greet);
  }

  private static Guests apart(LoadedModule module) {
    return new FreshGuests(module, Policy.DEFAULT, ExecutionMode.COMPILED);
  }

  private static LoadedModule greeting() {
    return ReferenceModules.load("greeting.wasm");
  }

  private static ClauseBroken.Evidence broken(Scenario scenario, Guests guests) {
    return scenario.on(guests, new Tally()).orElseThrow(() -> new AssertionError("not seen"));
  }

  private static void keeps(Scenario scenario, Guests guests) {
    assertEquals(Optional.empty(), scenario.on(guests, new Tally()));
  }

  /** The evidence shows two answers of one step, and they differ. */
  private static void namesTheDifference(ClauseBroken.Evidence evidence, String where) {
    assertTrue(evidence.expected().startsWith("as alone: "), evidence::expected);
    assertTrue(evidence.actual().endsWith(", " + where), evidence::actual);
    String alone = evidence.expected().substring("as alone: ".length());
    String together = evidence.actual().replace(", " + where, "");
    assertNotEquals(alone, together);
    assertTrue((alone + together).contains(") -> "), evidence::toString);
    assertEquals(evidence.steps().size(), evidence.operations());
    String last = evidence.steps().get(evidence.steps().size() - 1).call();
    assertTrue(together.startsWith(last), evidence::toString);
  }

  @Test
  void iso01SeesOneInstanceUnderSeveralNames() {
    Interleaved turns = new Interleaved(List.of(areas("a"), call("World"), areas("b")), 7, false);
    keeps(turns, apart(greeting()));
    namesTheDifference(broken(turns, OneGuest.of(greeting())), "while other instances run");
  }

  @Test
  void iso02SeesAMemoryThatThreadsShare() {
    OnThreads threads = new OnThreads(List.of(areas("a"), areas("b")), TIMES);
    Guests shared = SharedMemory.of(BUMP, Policy.DEFAULT);
    namesTheDifference(broken(threads, shared), "while other threads run instances");
  }

  /** So it is the overlap in time that iso02 sees, and nothing else. */
  @Test
  void whoeverIsAloneInTheSharedMemoryNoticesNothing() {
    Guests shared = SharedMemory.of(BUMP, Policy.DEFAULT);
    keeps(new OnThreads(List.of(areas("a")), 50), shared);
    var alone = Instances.run(areas("a"), shared.next()).steps();
    assertEquals(alone, Instances.run(areas("a"), shared.next()).steps());
    Guest left = shared.next();
    left.allocate(8);
    assertNotEquals(alone, Instances.run(areas("a"), shared.next()).steps());
  }

  @Test
  void theThreadsReallyRunAtOnce() {
    OverlapRecord record = OverlapRecord.of(apart(BUMP));
    keeps(new OnThreads(List.of(areas("a"), areas("b"), areas("a")), TIMES), record);
    assertEquals(3, record.threads());
    assertTrue(record.allAtOnce());
  }

  /** What the assertion before would say of threads that wait for one another. */
  @Test
  void anOverlapIsNotSeenWhereThereIsNone() throws InterruptedException {
    OverlapRecord record = OverlapRecord.of(apart(BUMP));
    for (int i = 0; i < 2; i++) {
      Thread thread = new Thread(() -> Collections.nCopies(3, record).forEach(OverlapRecord::next));
      thread.start();
      thread.join();
    }
    assertEquals(2, record.threads());
    assertFalse(record.allAtOnce());
  }

  /** One script: without the trap, sharing the instance with nobody changes nothing. */
  @Test
  void iso03SeesATrapInTheSameInstance() {
    Action[] many =
        Collections.nCopies(20, new Action.Give(Content.of("m", 90))).toArray(Action[]::new);
    List<Script> one = List.of(Script.of(many));
    Interleaved trap = new Interleaved(one, 7, true);
    keeps(trap, apart(BUMP));
    keeps(new Interleaved(one, 7, false), OneGuest.of(BUMP));
    namesTheDifference(broken(trap, OneGuest.of(BUMP)), "while another instance traps");
  }

  @Test
  void iso04SeesWhatEarlierInstancesLeftBehind() {
    AfterOthers after = new AfterOthers(areas("a"), List.of(areas("b"), call("World")), 7);
    keeps(after, apart(greeting()));
    namesTheDifference(
        broken(after, OneGuest.of(greeting())),
        "on an instance that was made after others were used");
  }
}

package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.U32;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** Leaks that have taken the whole memory before the last look. */
class CyclesTest {

  private static final String LEAKS = "leak_02_twenty_bytes.wasm";

  @ParameterizedTest
  @CsvSource({"1500, '29440, 0, 0, 0, 0, 0', 24", "4000, '0, 0, 0, 0, 0, 0', 16"})
  void areSeenWhenNothingIsLeft(int times, String room, int lost) {
    ClauseBroken.Evidence evidence = run(LEAKS, "wasm_memory_rust_upper", times).orElseThrow();
    assertEquals(
        "room for %s bytes, from look to look: at least %d bytes lost per call"
            .formatted(room, lost),
        evidence.actual());
  }

  @Test
  void areNoneInAnHonestModule() {
    String function = "wasm_memory_rust_format_hello_world";
    assertEquals(Optional.empty(), run("greeting.wasm", function, 1_500));
  }

  /** Whoever traps at once has lost nothing: that is CALL-12's. */
  @Test
  void areNotWhatStopsTheFirstTime() {
    Content text = Content.of(new byte[] {(byte) 0xFF});
    String module = "call_13_traps_on_bad_text.wasm";
    TestAbortedException none =
        assertThrows(
            TestAbortedException.class, () -> run(module, "wasm_memory_rust_upper", text, 10));
    assertTrue(none.getMessage().startsWith("it does not run through even once: "), none::toString);
  }

  private static Optional<ClauseBroken.Evidence> run(String module, String function, int times) {
    return run(module, function, Content.of("x"), times);
  }

  private static Optional<ClauseBroken.Evidence> run(
      String module, String function, Content text, int times) {
    FunctionCalls calls =
        new FunctionCalls(new ModuleDescriptor.Function(function, FunctionShape.BYTES));
    ScriptCycle cycle = new ScriptCycle(calls.once(Parameters.of(text)), function, false, false);
    LoadedModule loaded = ReferenceModules.load(module);
    RestoredGuests all = new RestoredGuests(loaded, Policy.DEFAULT, ExecutionMode.COMPILED);
    // One page above the start is soon lost.
    int pages = (int) (all.next().memorySize() / U32.PAGE) + 1;
    Guests guests = all.under(Policy.DEFAULT.withMemoryPages(pages));
    return new Cycles(cycle, times).on(guests, new Tally());
  }
}

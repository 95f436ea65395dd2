package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Policy;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Content;
import org.junit.jupiter.api.Test;

/** What is lost from the first call on, in compiled code and in the interpreter. */
class EarlyLossTest {

  private static final String UPPER = "wasm_memory_rust_upper";
  private static final String LEAKS = "leak_02_twenty_bytes";
  private static final Policy POLICY = Policy.DEFAULT.withMemoryPages(64);

  private static FreshGuests guests(String module, ExecutionMode mode) {
    return new FreshGuests(ReferenceModules.load(module + ".wasm"), POLICY, mode);
  }

  private static ScriptCycle cycle(int length) {
    FunctionCalls calls =
        new FunctionCalls(new ModuleDescriptor.Function(UPPER, FunctionShape.BYTES));
    Parameters text = Parameters.of(Content.of("x", length));
    return new ScriptCycle(calls.once(text), UPPER, false, false);
  }

  private static boolean same(String compiled, String interpreted) {
    return EarlyLoss.isTheSame(
        cycle(5),
        40,
        guests(compiled, ExecutionMode.COMPILED),
        guests(interpreted, ExecutionMode.INTERPRETED));
  }

  @Test
  void isTheSameInTheInterpreter() {
    assertTrue(same(LEAKS, LEAKS));
  }

  @Test
  void isNotTheSameWhereOnlyOneLosesOrNoneDoes() {
    assertFalse(same(LEAKS, "call_12_refuses_empty"));
    assertFalse(same("call_12_refuses_empty", LEAKS));
    assertFalse(same("call_12_refuses_empty", "call_12_refuses_empty"));
  }

  @Test
  void isNotTheSameWhereOneLosesMore() {
    assertFalse(same(LEAKS, "leak_02_pairs_stay"));
  }

  /** All cycles, each with its text of 100 000 bytes, would take the interpreter minutes. */
  @Test
  void tellsALeakOfLongTextsInTheInterpreter() {
    Cycles cycles = new Cycles(cycle(100_000), 60);
    assertTrue(cycles.shows(guests("leak_02_long_texts", ExecutionMode.INTERPRETED)));
    assertFalse(
        new Cycles(cycle(100_000), 1)
            .shows(guests("call_12_refuses_empty", ExecutionMode.INTERPRETED)));
  }
}

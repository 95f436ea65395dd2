package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A check that takes seconds is compiled at once; what takes minutes is compiled well. */
class QuickCodeTest {

  @Test
  void aCheckOfSecondsIsSuited() {
    assertTrue(QuickCode.suits("check", "a.wasm"));
    assertTrue(QuickCode.suits("check", "a.wasm", "--effort=quick"));
  }

  @Test
  void nothingElseIs() {
    assertFalse(QuickCode.suits());
    assertFalse(QuickCode.suits("fuzz", "a.wasm"));
    assertFalse(QuickCode.suits("check", "a.wasm", "--effort=thorough"));
    assertFalse(QuickCode.suits("check", "a.wasm", "--effort", "thorough"));
  }

  /** Else all of it would do nothing, and nobody would notice. */
  @Test
  void theJvmUnderstandsWhatItIsAsked() {
    assertTrue(QuickCode.ask());
  }
}

package io.modulecontract.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.dylibso.chicory.wasm.types.ValType;
import org.junit.jupiter.api.Test;

/** What is said here about the engine, beside the engine. */
class EngineFeaturesTest {

  private static final int EMPTY = 0x40;

  @Test
  void exactlyTheCodesOfValueTypesAreConfused() {
    for (int index = 0; index < 0x80; index++) {
      assertEquals(
          index == EMPTY || ValType.ID.isValidOpcode(index),
          EngineFeatures.confusesBlockType(index),
          "type " + index);
    }
    assertFalse(EngineFeatures.confusesBlockType(0x80));
  }
}

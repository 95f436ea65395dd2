package io.modulecontract.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which payload goes with which shape. */
class PayloadTest {

  @ParameterizedTest
  @CsvSource({
    "CSTRING, UTF8, true",
    "CSTRING, BYTES, false",
    "CSTRING, ARROW, false",
    "BYTES, UTF8, true",
    "BYTES, BYTES, true",
    "BYTES, ARROW, false",
    "ARROW, UTF8, false",
    "ARROW, BYTES, false",
    "ARROW, ARROW, true",
    "IN_PLACE, UTF8, true",
    "IN_PLACE, ARROW, false",
    "STREAM, BYTES, true",
    "STREAM, ARROW, false",
    "CALLBACK, BYTES, true",
    "CALLBACK, ARROW, false"
  })
  void aShapeCarriesWhatItCan(FunctionShape shape, Payload payload, boolean fits) {
    assertEquals(fits, payload.fits(shape));
    if (!fits) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ModuleDescriptor.Function("f", shape, payload, false));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyShapeHasAUsualPayload(FunctionShape shape) {
    assertTrue(Payload.usual(shape).fits(shape));
  }

  @Test
  void streamsAreNotNamedInADescriptor() {
    assertEquals(Optional.of(Payload.UTF8), Payload.byName("utf8"));
    assertEquals(Optional.of(Payload.BYTES), Payload.byName("bytes"));
    assertEquals(Optional.empty(), Payload.byName("arrow"));
  }
}

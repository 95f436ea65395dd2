package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

/** Modules whose allocate calls one function of WASI, and what it answered. */
final class WasiCalls {

  static final byte[] TWO = raw(0x60, 2, 0x7F, 0x7F, 1, 0x7F);
  static final byte[] FOUR = raw(0x60, 4, 0x7F, 0x7F, 0x7F, 0x7F, 1, 0x7F);
  static final long SUCCESS = 0;

  private WasiCalls() {}

  /** Allocate calls the function with these bytes as its code for the arguments. */
  static HandMade calling(String function, byte[] type, int... arguments) {
    return new HandMade().wasi(function, type).allocate(raw(arguments), raw(0x10, 0));
  }

  static void assertAnswers(long expected, CallOutcome outcome) {
    assertEquals(new CallOutcome.Returned(expected), outcome);
  }

  static long number(Guest guest, long at) {
    return IntStream.range(0, 8).mapToLong(i -> (long) guest.read(at + i) << (8 * i)).sum();
  }
}

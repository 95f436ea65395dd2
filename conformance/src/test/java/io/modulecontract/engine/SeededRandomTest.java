package io.modulecontract.engine;

import static io.modulecontract.engine.WasiCalls.SUCCESS;
import static io.modulecontract.engine.WasiCalls.TWO;
import static io.modulecontract.engine.WasiCalls.assertAnswers;
import static io.modulecontract.engine.WasiCalls.calling;
import static io.modulecontract.engine.WasiCalls.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random numbers are those of the seed, and how many were drawn is part of the state. */
class SeededRandomTest {

  @ParameterizedTest
  @EnumSource
  void randomBytesAreThoseOfTheSeed(ExecutionMode mode) {
    HandMade module = calling("random_get", TWO, 0x20, 0, 0x41, 8);
    Policy policy = Policy.DEFAULT.withSeed(1);
    Guest one = module.guest(policy, mode);
    Guest other = module.guest(policy, mode);
    Guest third = module.guest(policy.withSeed(2), mode);
    GuestState start = one.snapshot();
    for (long at : new long[] {64, 80}) {
      assertAnswers(SUCCESS, one.allocate(at));
      assertAnswers(SUCCESS, other.allocate(at));
      assertAnswers(SUCCESS, third.allocate(at));
    }
    assertTrue(one.sameAs(other));
    assertNotEquals(0, number(one, 64));
    assertNotEquals(number(one, 64), number(one, 80));
    assertNotEquals(number(one, 64), number(third, 64));
    assertTrue(one.restore(start));
    assertFalse(one.sameAs(other));
    assertAnswers(SUCCESS, one.allocate(80));
    assertEquals(number(other, 64), number(one, 80));
  }

  @Test
  void aDrawnNumberIsPartOfTheState() {
    HandMade module = calling("random_get", TWO, 0x41, 0, 0x41, 0);
    Guest one = module.guest();
    Guest other = module.guest();
    assertTrue(one.sameAs(other));
    assertAnswers(SUCCESS, one.allocate(0));
    assertFalse(one.sameAs(other));
  }

  @ParameterizedTest
  @ValueSource(longs = {0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL, 65_537})
  void tooManyRandomBytesTrap(long length) {
    Guest guest = calling("random_get", TWO, 0x41, 0, 0x20, 0).guest();
    assertEquals(CallOutcome.Trapped.class, guest.allocate(length).getClass());
  }
}

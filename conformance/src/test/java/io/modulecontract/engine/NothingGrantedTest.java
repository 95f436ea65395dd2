package io.modulecontract.engine;

import static io.modulecontract.engine.WasmBytes.join;
import static io.modulecontract.engine.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WASI as a guest sees it: nothing is granted, and every run sees the same. */
class NothingGrantedTest {

  private static final byte[] TWO = raw(0x60, 2, 0x7F, 0x7F, 1, 0x7F);
  private static final byte[] FOUR = raw(0x60, 4, 0x7F, 0x7F, 0x7F, 0x7F, 1, 0x7F);
  private static final long SUCCESS = 0;
  private static final long BAD_DESCRIPTOR = 8;
  private static final long NOT_SUPPORTED = 58;

  /** Allocate calls the function with these bytes as its code for the arguments. */
  private static HandMade calling(String function, byte[] type, int... arguments) {
    return new HandMade().wasi(function, type).allocate(raw(arguments), raw(0x10, 0));
  }

  private static Guest seeded(HandMade module, long seed) {
    return module.guest(Policy.DEFAULT.withSeed(seed), ExecutionMode.COMPILED);
  }

  private static void assertAnswers(long expected, CallOutcome outcome) {
    assertEquals(new CallOutcome.Returned(expected), outcome);
  }

  private static long number(Guest guest, long at) {
    return IntStream.range(0, 8).mapToLong(i -> (long) guest.read(at + i) << (8 * i)).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"args_sizes_get", "environ_sizes_get"})
  void thereAreNoArgumentsAndNoVariables(String function) {
    Guest guest = calling(function, TWO, 0x41, 8, 0x41, 16).guest();
    guest.fill(0, 64, -1);
    assertAnswers(SUCCESS, guest.allocate(0));
    assertEquals(0xFFFF_FFFF_0000_0000L, number(guest, 8));
    assertEquals(0xFFFF_FFFF_0000_0000L, number(guest, 16));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void noDirectoryIsOpen(int descriptor) {
    Guest guest = calling("fd_prestat_get", TWO, 0x41, descriptor, 0x41, 16).guest();
    long answer = ((CallOutcome.Returned) guest.allocate(0)).value();
    assertNotEquals(SUCCESS, answer);
    if (descriptor > 2) {
      assertEquals(BAD_DESCRIPTOR, answer);
    }
  }

  @Test
  void theInputIsEmpty() {
    // fd_read(0, 8, 1, 4), with one buffer of 100 bytes at 64
    Guest guest = calling("fd_read", FOUR, 0x41, 0, 0x41, 8, 0x41, 1, 0x41, 4).guest();
    guest.fill(0, 200, -1);
    guest.fill(8, 8, (100L << 32) | 64);
    assertAnswers(SUCCESS, guest.allocate(0));
    assertEquals(0, guest.read(4));
    assertTrue(guest.mismatch(64, 100, -1) < 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theClockStandsStill(int clock) {
    byte[] type = raw(0x60, 3, 0x7F, 0x7E, 0x7F, 1, 0x7F);
    HandMade module = calling("clock_time_get", type, 0x41, clock, 0x42, 0, 0x41, 16);
    Guest one = seeded(module, 1);
    Guest other = seeded(module, 2);
    assertAnswers(SUCCESS, one.allocate(0));
    long first = number(one, 16);
    assertEquals(946_684_800L * 1_000_000_000L, first);
    one.fill(16, 8, 0);
    assertAnswers(SUCCESS, one.allocate(0));
    assertAnswers(SUCCESS, other.allocate(0));
    assertEquals(first, number(one, 16));
    assertEquals(first, number(other, 16));
  }

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

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42})
  void anExitIsAnOutcomeAndNoExit(long code) {
    byte[] type = raw(0x60, 1, 0x7F, 0);
    Guest guest =
        new HandMade().wasi("proc_exit", type).allocate(0x20, 0, 0x10, 0, 0x41, 9).guest();
    assertEquals(new CallOutcome.Exited((int) code), guest.allocate(code));
    assertTrue(guest.spoiled());
    assertEquals(Map.of("proc_exit", 1), guest.wasiCalls());
  }

  @Test
  void anExitInInitializeIsAnOutcome() {
    byte[] type = raw(0x60, 1, 0x7F, 0);
    HandMade module = new HandMade().wasi("proc_exit", type).initialize(0x41, 3, 0x10, 0);
    assertEquals(
        new Start.Stopped("_initialize", new CallOutcome.Exited(3), "proc_exit"),
        module.start(Policy.DEFAULT, ExecutionMode.COMPILED));
  }

  @Test
  void sleepingIsNotSupported() {
    Guest guest =
        calling("poll_oneoff", FOUR, 0x41, 8, 0x41, 0, 0x41, 1, 0x41, 4)
            .guest(Policy.DEFAULT, ExecutionMode.COMPILED);
    assertAnswers(NOT_SUPPORTED, guest.allocate(0));
  }

  @Test
  void callsAreRecordedByName() {
    byte[] none = raw(0x60, 0, 1, 0x7F);
    HandMade module =
        new HandMade()
            .wasi("sched_yield", none)
            .wasi("random_get", TWO)
            .allocate(join(raw(0x10, 0), raw(0x41, 0, 0x41, 0, 0x10, 1), raw(0x6A)));
    Guest guest = module.guest();
    assertEquals(Map.of(), guest.wasiCalls());
    assertAnswers(SUCCESS, guest.allocate(0));
    assertAnswers(SUCCESS, guest.allocate(0));
    assertAnswers(7, guest.deallocate(7));
    assertEquals(Map.of("sched_yield", 2, "random_get", 2), guest.wasiCalls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fd_close", "fd_renumber"})
  void aChangedHostIsNotRestored(String function) {
    byte[] type = function.equals("fd_close") ? raw(0x60, 1, 0x7F, 1, 0x7F) : TWO;
    int[] arguments =
        function.equals("fd_close") ? new int[] {0x41, 1} : new int[] {0x41, 1, 0x41, 2};
    HandMade module = calling(function, type, arguments);
    Guest guest = module.guest();
    GuestState start = guest.snapshot();
    assertTrue(guest.restore(start));
    assertTrue(guest.allocate(0).returned());
    GuestState later = guest.snapshot();
    assertFalse(guest.restore(start));
    assertTrue(guest.spoiled());
    assertFalse(module.guest().restore(later));
  }
}

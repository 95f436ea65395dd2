package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.raw;
import static io.modulecontract.engine.WasiCalls.FOUR;
import static io.modulecontract.engine.WasiCalls.SUCCESS;
import static io.modulecontract.engine.WasiCalls.TWO;
import static io.modulecontract.engine.WasiCalls.assertAnswers;
import static io.modulecontract.engine.WasiCalls.calling;
import static io.modulecontract.engine.WasiCalls.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WASI as a guest sees it: nothing is granted, and every run sees the same. */
class NothingGrantedTest {

  private static final long BAD_DESCRIPTOR = 8;
  private static final long NOT_SUPPORTED = 58;

  private static Guest seeded(HandMade module, long seed) {
    return module.guest(Policy.DEFAULT.withSeed(seed), ExecutionMode.COMPILED);
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
    assertEquals((946_684_800L + 1) * 1_000_000_000L, first);
    one.fill(16, 8, 0);
    assertAnswers(SUCCESS, one.allocate(0));
    assertAnswers(SUCCESS, other.allocate(0));
    assertEquals(first, number(one, 16));
    assertEquals(first + 1_000_000_000L, number(other, 16), "the seed says at what time");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42})
  void anExitIsAnOutcomeAndNoExit(long code) {
    byte[] type = raw(0x60, 1, 0x7F, 0);
    Guest guest =
        new HandMade().wasi("proc_exit", type).allocate(0x20, 0, 0x10, 0, 0x41, 9).guest();
    assertEquals(new CallOutcome.Exited((int) code), guest.allocate(code));
    assertTrue(guest.spoiled());
    assertEquals(Map.of("proc_exit", 1), guest.hostCalls());
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
    assertEquals(Map.of(), guest.hostCalls());
    assertAnswers(SUCCESS, guest.allocate(0));
    assertAnswers(SUCCESS, guest.allocate(0));
    assertAnswers(7, guest.deallocate(7));
    assertEquals(Map.of("sched_yield", 2, "random_get", 2), guest.hostCalls());
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

package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.engine.AreaGuard.Touch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The guard sees each access of the guest to a guarded byte, and no other. */
class AreaGuardTest {

  /** Width of each instruction from 0x28 on: 14 loads, 9 stores. */
  private static final int[] WIDTHS = {
    4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4, 4, 8, 4, 8, 1, 2, 1, 2, 4
  };

  private static final int FIRST = 0x28;
  private static final int FIRST_STORE = 0x36;

  /** Neither begins nor ends where a shadow cell does. */
  private static final long AREA = 1_003;

  private static final long SIZE = 18;
  private static final long END = AREA + SIZE;

  /** Loads four bytes at its argument, and four bytes 100 behind. */
  private static final byte[] LOADS_TWICE =
      raw(0x20, 0, 0x28, 0, 0, 0x1A, 0x20, 0, 0x28, 0, 0xE4, 0, 0x1A, 0x41, 1);

  static Stream<Arguments> instructions() {
    return IntStream.range(0, WIDTHS.length)
        .boxed()
        .flatMap(
            i ->
                Stream.of(ExecutionMode.values())
                    .map(mode -> Arguments.of(FIRST + i, WIDTHS[i], mode)));
  }

  private static Guest guest(ExecutionMode mode, byte[]... code) {
    return new HandMade().allocate(code).guest(Policy.DEFAULT, mode);
  }

  /** What a watched call with this argument touched. */
  private static List<Touch> touches(Guest guest, long argument) {
    CallOutcome outcome = guest.callWatched("wasm_allocate", argument);
    assertInstanceOf(CallOutcome.Returned.class, outcome);
    return guest.guard().touches();
  }

  private static boolean shares(long at, long length) {
    return at < END && AREA < at + length;
  }

  @ParameterizedTest
  @MethodSource("instructions")
  void everyInstructionIsSeenWhereItSharesAByte(int opcode, int width, ExecutionMode mode) {
    Guest guest = guest(mode, access(opcode), raw(0x41, 1));
    guest.guard().guard(AREA, SIZE);
    for (long at = AREA - 20; at < END + 20; at++) {
      List<Touch> expected =
          shares(at, width) ? List.of(new Touch(opcode >= FIRST_STORE, at, width)) : List.of();
      assertEquals(expected, touches(guest, at));
    }
  }

  private static byte[] access(int opcode) {
    if (opcode < FIRST_STORE) {
      return raw(0x20, 0, opcode, 0, 0, 0x1A);
    }
    byte[] value =
        switch (opcode) {
          case 0x37, 0x3C, 0x3D, 0x3E -> raw(0x42, 0x7F);
          case 0x38 -> raw(0x43, 0, 0, 0, 0);
          case 0x39 -> raw(0x44, 0, 0, 0, 0, 0, 0, 0, 0);
          default -> raw(0x41, 0x7F);
        };
    return join(raw(0x20, 0), value, raw(opcode, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void bulkInstructionsAreSeen(ExecutionMode mode) {
    byte[] fill = raw(0x20, 0, 0x41, 7, 0x41, 5, 0xFC, 11, 0, 0x41, 1);
    byte[] copyTo = raw(0x20, 0, 0x41, 0, 0x41, 5, 0xFC, 10, 0, 0, 0x41, 1);
    byte[] copyFrom = raw(0x41, 0, 0x20, 0, 0x41, 5, 0xFC, 10, 0, 0, 0x41, 1);
    byte[] init = raw(0x20, 0, 0x41, 0, 0x41, 5, 0xFC, 8, 0, 0, 0x41, 1);
    for (byte[] code : List.of(fill, copyTo, copyFrom, init)) {
      Guest guest =
          new HandMade()
              .allocate(code)
              .dataCount(1)
              .section(11, raw(1, 5, 'a', 'b', 'c', 'd', 'e'))
              .guest(Policy.DEFAULT, mode);
      guest.guard().guard(AREA, SIZE);
      for (long at = AREA - 10; at < END + 10; at++) {
        List<Touch> expected =
            shares(at, 5) ? List.of(new Touch(code != copyFrom, at, 5)) : List.of();
        assertEquals(expected, touches(guest, at));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bulkInstructionsWithoutBytesTouchNothing(ExecutionMode mode) {
    byte[] fill = raw(0x20, 0, 0x41, 7, 0x41, 0, 0xFC, 11, 0, 0x41, 1);
    byte[] copy = raw(0x20, 0, 0x20, 0, 0x41, 0, 0xFC, 10, 0, 0, 0x41, 1);
    for (byte[] code : List.of(fill, copy)) {
      Guest guest = guest(mode, code);
      guest.guard().guard(AREA, SIZE);
      assertEquals(List.of(), touches(guest, AREA + 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsGrantedMayBeTouchedAndItsNeighbourInTheSameCellMayNot(ExecutionMode mode) {
    Guest guest = guest(mode, access(0x2D), raw(0x41, 1));
    AreaGuard guard = guest.guard();
    guard.guard(AREA, 2);
    guard.guard(AREA + 2, 2);
    guard.unguard(AREA, 2);
    assertEquals(List.of(), touches(guest, AREA + 1));
    assertEquals(List.of(new Touch(false, AREA + 2, 1)), touches(guest, AREA + 2));
    guard.guard(AREA, 2);
    assertEquals(List.of(new Touch(false, AREA + 1, 1)), touches(guest, AREA + 1));
    guard.unguard(AREA + 2, 2);
    assertEquals(List.of(), touches(guest, AREA + 2));
  }

  @ParameterizedTest
  @EnumSource
  void theFirstOfTwoLoadsIsKeptAndOnlyUntilTheNextCall(ExecutionMode mode) {
    Guest guest = guest(mode, LOADS_TWICE);
    guest.guard().guard(AREA, SIZE);
    guest.guard().guard(AREA + 100, SIZE);
    assertEquals(List.of(new Touch(false, AREA, 4)), touches(guest, AREA));
    assertEquals(List.of(new Touch(false, AREA + 100, 4)), touches(guest, AREA + 100));
    assertEquals(List.of(), touches(guest, 0));
  }

  @ParameterizedTest
  @EnumSource
  void aRestoreForgets(ExecutionMode mode) {
    Guest guest = guest(mode, LOADS_TWICE);
    GuestState start = guest.snapshot();
    guest.guard().guard(AREA, SIZE);
    guest.guard().recordStores();
    assertFalse(touches(guest, AREA).isEmpty());
    assertTrue(guest.restore(start));
    assertEquals(List.of(), guest.guard().touches());
    assertEquals(List.of(), touches(guest, AREA));
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheGuestInAWatchedCallIsWatched(ExecutionMode mode) {
    Guest guest = guest(mode, LOADS_TWICE);
    guest.guard().guard(AREA, SIZE);
    guest.write(AREA, new byte[] {1, 2});
    guest.read(AREA, 2);
    guest.allocate(AREA);
    assertEquals(List.of(), guest.guard().touches());
    assertFalse(touches(guest, AREA).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void aMemoryThatGrowsInTheCallIsWatchedToItsNewEnd(ExecutionMode mode) {
    // memory.grow by one page, then a load of a byte
    Guest guest = guest(mode, raw(0x41, 1, 0x40, 0, 0x1A), access(0x2D), raw(0x41, 1));
    guest.guard().guard(65_530, 6);
    assertEquals(List.of(new Touch(false, 65_535, 1)), touches(guest, 65_535));
    assertEquals(List.of(), touches(guest, 3 * 65_536 - 1));
  }

  @ParameterizedTest
  @EnumSource
  void eachStoredByteIsKnownWhenItIsAskedFor(ExecutionMode mode) {
    Guest guest = guest(mode, access(0x3B), raw(0x41, 1));
    touches(guest, AREA);
    assertFalse(guest.guard().stored(AREA));
    guest.guard().recordStores();
    touches(guest, AREA);
    for (long at = AREA - 3; at < AREA + 5; at++) {
      assertEquals(at == AREA || at == AREA + 1, guest.guard().stored(at), "byte " + at);
    }
    touches(guest, 0);
    assertFalse(guest.guard().stored(AREA));
  }

  @ParameterizedTest
  @EnumSource
  void theAccessThatIsAskedForTraps(ExecutionMode mode) {
    Guest guest = guest(mode, LOADS_TWICE);
    guest.trapAtAccess(3);
    assertTrue(guest.allocate(0).returned());
    assertEquals("trap: trap on purpose, by the host", guest.allocate(0).words());
    assertTrue(guest.spoiled());
  }
}

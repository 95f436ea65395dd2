package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each load and store instruction at the end of the memory: the last place is served. */
class OutOfBoundsTest {

  private static final long PAGE = 65_536;

  /** Width of each instruction from 0x28 on: 14 loads, 9 stores. */
  private static final int[] WIDTHS = {
    4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4, 4, 8, 4, 8, 1, 2, 1, 2, 4
  };

  private static final int FIRST = 0x28;
  private static final int FIRST_STORE = 0x36;

  static Stream<Arguments> instructions() {
    return IntStream.range(0, WIDTHS.length)
        .boxed()
        .flatMap(
            i ->
                Stream.of(ExecutionMode.values())
                    .map(mode -> Arguments.of(FIRST + i, WIDTHS[i], mode)));
  }

  @ParameterizedTest
  @MethodSource("instructions")
  void theLastPlaceIsServedAndNoneBehind(int opcode, int width, ExecutionMode mode) {
    LoadedModule module = new HandMade().allocate(access(opcode), raw(0x41, 1)).load();
    Guests guests = new RestoredGuests(module, Policy.DEFAULT, mode);
    assertEquals(new CallOutcome.Returned(1), guests.next().allocate(PAGE - width));
    for (long at : new long[] {PAGE - width + 1, PAGE, 1L << 31, 0x7FFF_FFFFL, 0xFFFF_FFFFL}) {
      assertOutOfBounds(guests.next().allocate(at));
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
  void theOffsetCounts(ExecutionMode mode) {
    // i32.load offset=65532
    LoadedModule module = new HandMade().allocate(0x20, 0, 0x28, 0, 0xFC, 0xFF, 3).load();
    Guests guests = new RestoredGuests(module, Policy.DEFAULT, mode);
    assertEquals(new CallOutcome.Returned(0), guests.next().allocate(0));
    assertOutOfBounds(guests.next().allocate(1));
    assertOutOfBounds(guests.next().allocate(0x7FFF_FFFFL));
    assertOutOfBounds(guests.next().allocate(0xFFFF_FFFFL));
  }

  @ParameterizedTest
  @EnumSource
  void anAddressOf33BitsDoesNotWrapAround(ExecutionMode mode) {
    // i32.load offset=4294967295
    LoadedModule module =
        new HandMade().allocate(0x20, 0, 0x28, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F).load();
    Guests guests = new RestoredGuests(module, Policy.DEFAULT, mode);
    for (long at : new long[] {0, 1, 5, 1L << 31, 0xFFFF_FFFFL}) {
      assertOutOfBounds(guests.next().allocate(at));
    }
  }

  @ParameterizedTest
  @EnumSource
  void bulkInstructionsOfAnyLengthAreOutOfBounds(ExecutionMode mode) {
    byte[] fill = raw(0x20, 0, 0x41, 7, 0x20, 0, 0xFC, 11, 0, 0x41, 1);
    byte[] copy = raw(0x20, 0, 0x41, 0, 0x20, 0, 0xFC, 10, 0, 0, 0x41, 1);
    byte[] init = raw(0x20, 0, 0x41, 0, 0x20, 0, 0xFC, 8, 0, 0, 0x41, 1);
    for (byte[] code : new byte[][] {fill, copy, init}) {
      LoadedModule module =
          new HandMade().allocate(code).dataCount(1).section(11, raw(1, 2, 'a', 'b')).load();
      Guests guests = new RestoredGuests(module, Policy.DEFAULT, mode);
      assertEquals(new CallOutcome.Returned(1), guests.next().allocate(2));
      for (long at : new long[] {PAGE, 1L << 30, 0x7FFF_FFFFL, 1L << 31, 0xFFFF_FFFFL}) {
        assertOutOfBounds(guests.next().allocate(at));
      }
    }
  }

  private static void assertOutOfBounds(CallOutcome outcome) {
    String reason = assertInstanceOf(CallOutcome.Trapped.class, outcome).reason();
    assertTrue(reason.startsWith("out of bounds memory access"), reason);
  }
}

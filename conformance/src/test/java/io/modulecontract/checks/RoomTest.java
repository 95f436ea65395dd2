package io.modulecontract.checks;

import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.GuestState;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import org.junit.jupiter.api.Test;

/** The free capacity, told to 256 bytes whatever a guest does when it has no more. */
class RoomTest {

  /** The memory is a page, of which 16 bytes are the guest's. */
  private static final long PAGE_BUT_16 = 65_536 - 16 - 240;

  private static final byte[] ANSWERS_0 = raw(0x41, 0, 0x0F);
  private static final byte[] TRAPS = raw(0x00);

  @Test
  void isAsGreatWhereItTrapsAtTheEnd() {
    assertEquals(PAGE_BUT_16, Room.atStart(guests(ANSWERS_0), new Tally()));
    assertEquals(PAGE_BUT_16, Room.atStart(guests(TRAPS), new Tally()));
  }

  @Test
  void isThatOfAState() {
    Guests guests = guests(TRAPS);
    Guest guest = guests.next();
    guest.allocate(1_000);
    GuestState state = guest.snapshot();
    long left = Room.left(guests, state, new Tally());
    assertEquals(65_536 - 16 - 1_000 - 8, left, "1,000 bytes are given out, 8 are no area of 256");
    assertEquals(left, Room.left(guests, state, new Tally()));
  }

  /** Gives out one area behind the other, up to the end of its page. */
  private static Guests guests(byte[] atTheEnd) {
    HandMade module =
        new HandMade()
            .globals(16)
            .allocate(
                // if (top + size > 65536) ...
                raw(0x23, 0, 0x20, 0, 0x6A, 0x41, 0x80, 0x80, 4, 0x4B, 0x04, 0x40),
                atTheEnd,
                // answer top; top = top + size
                raw(0x0B, 0x23, 0, 0x23, 0, 0x20, 0, 0x6A, 0x24, 0));
    return new RestoredGuests(module.load(), Policy.DEFAULT, ExecutionMode.COMPILED);
  }
}

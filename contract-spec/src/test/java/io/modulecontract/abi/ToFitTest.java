package io.modulecontract.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What every guest must have memory for. */
class ToFitTest {

  @Test
  void aQuarterOfTheRoomFits() {
    ToFit toFit = ToFit.into(100 * U32.PAGE);
    assertTrue(toFit.fits(25 * U32.PAGE));
    assertFalse(toFit.fits(25 * U32.PAGE + 1));
    assertEquals(25 * U32.PAGE / 16, toFit.longestPayload());
  }

  @Test
  void nothingFitsIntoLessThanEightPages() {
    assertTrue(ToFit.into(8 * U32.PAGE).fits(2 * U32.PAGE));
    assertFalse(ToFit.into(8 * U32.PAGE - 1).fits(ToFit.counted(0)));
    assertFalse(ToFit.into(0).fits(ToFit.counted(0)));
    assertEquals(2 * U32.PAGE, ToFit.into(0).asked());
    assertEquals(3 * U32.PAGE, ToFit.into(12 * U32.PAGE).asked());
  }

  @Test
  void smallRequestsCountAsSixtyFourBytes() {
    assertEquals(64, ToFit.counted(0));
    assertEquals(64, ToFit.counted(64));
    assertEquals(65, ToFit.counted(65));
  }
}

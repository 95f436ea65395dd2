package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of a guest once calls were seen that do not return. */
class ReadinessTest {

  /** {@code if (size != 2000) for ever, else 16}. */
  private static final int[] ONE_SIZE = {
    0x20, 0, 0x41, 0xD0, 0x0F, 0x47, 0x04, 0x40, 0x03, 0x40, 0x0C, 0, 0x0B, 0x0B, 0x41, 16
  };

  /** {@code unreachable}: that, too, is an end. */
  private static final int[] TRAPS = {0x00};

  @Test
  void aGuestThatAnswersNoRequestHasNothingToShow() {
    assertEquals(
        Optional.of("`wasm_allocate` answered none of 6 requests in time (ALLOC-10)"),
        again(HandMadeSubject.FOR_EVER).obstacle());
  }

  @Test
  void oneThatAnswersASingleSizeHas() {
    assertEquals(Optional.empty(), again(ONE_SIZE).obstacle());
    assertEquals(Optional.empty(), again(TRAPS).obstacle());
  }

  private static Readiness again(int... allocate) {
    Subject subject = HandMadeSubject.of(allocate);
    Readiness first = Readiness.of(subject);
    assertEquals(Optional.empty(), first.obstacle());
    return first.unlessSilent(subject);
  }
}

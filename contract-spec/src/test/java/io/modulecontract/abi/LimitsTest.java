package io.modulecontract.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, and how they are written. */
class LimitsTest {

  private static Limits pages(int pages) {
    return new Limits(OptionalInt.of(pages), Optional.empty());
  }

  private static Limits seconds(long seconds) {
    return new Limits(OptionalInt.empty(), Optional.of(Duration.ofSeconds(seconds)));
  }

  @Test
  void whatIsSaidFirstWins() {
    Limits both = new Limits(OptionalInt.of(1), Optional.of(Duration.ofSeconds(2)));
    assertEquals(both, pages(1).orElse(seconds(2)));
    assertEquals(both, pages(1).orElse(both));
    assertEquals(pages(1), pages(1).orElse(pages(9)));
    assertEquals(both, Limits.NONE.orElse(both));
  }

  @Test
  void whatNobodyCanHaveIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> pages(0));
    assertThrows(IllegalArgumentException.class, () -> pages(32_768));
    assertThrows(IllegalArgumentException.class, () -> seconds(0));
    assertThrows(IllegalArgumentException.class, () -> seconds(-1));
    assertThrows(IllegalArgumentException.class, () -> seconds(3_601));
    assertEquals(seconds(3_600), seconds(3_600));
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "64KiB, 65536", " 1 mib , 1048576", "2 pages, 131072", "3GiB, 3221225472"})
  void sizesAreReadInEveryUnit(String text, long bytes) {
    assertEquals(OptionalLong.of(bytes), Quantity.bytes(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "-1", "1.5MiB", "1 MB", "1s", "1234567890123", "1 2"})
  void whatIsNoSizeIsNone(String text) {
    assertEquals(OptionalLong.empty(), Quantity.bytes(text));
  }

  @ParameterizedTest
  @CsvSource({"250ms, 250", "2 s, 2000", "2m, 120000", "60min, 3600000"})
  void timesAreReadInEveryUnit(String text, long millis) {
    assertEquals(OptionalLong.of(millis), Quantity.millis(text));
    assertEquals(Optional.of(Duration.ofMillis(millis)), Quantity.deadline(millis));
  }

  @Test
  void aPartOfAPageIsNoPage() {
    assertEquals(OptionalInt.empty(), Quantity.pages(65_535));
    assertEquals(OptionalInt.of(1), Quantity.pages(131_071));
    assertEquals(OptionalInt.empty(), Quantity.pages(32_768 * 65_536L));
    assertEquals(Optional.empty(), Quantity.deadline(0));
    assertEquals(Optional.empty(), Quantity.deadline(3_600_001));
  }
}

package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "1023, 1023 bytes",
    "1024, 1 KiB",
    "92345, 90 KiB",
    "2516582, 2458 KiB",
    "10485760, 10.0 MiB"
  })
  void namesSizes(long bytes, String words) {
    assertEquals(words, Words.size(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ms", "99, 99 ms", "100, 0.1 s", "4128, 4.1 s", "61000, 61.0 s"})
  void namesTimes(long millis, String words) {
    assertEquals(words, Words.time(Duration.ofMillis(millis)));
  }

  @Test
  void wrapsAtSpacesAndKeepsLongWords() {
    assertEquals(List.of("a bb", "ccc"), Wrap.lines("a bb ccc", 5));
    assertEquals(List.of("a", "cccccccc", "b"), Wrap.lines("a cccccccc b", 4));
    assertEquals(List.of("cccccccc"), Wrap.lines("cccccccc", 4));
    assertEquals(List.of(""), Wrap.lines("", 4));
  }
}

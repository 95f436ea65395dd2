package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wasm_allocate",
        "a b",
        "grüße",
        "моду́ль",
        "模块",
        "\uD83D\uDE00",
        "C:\\x",
        "a`|<"
      })
  void leavesTextThatShowsAsItself(String text) {
    assertEquals(text, Printable.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, \\u{0}",
    "8, \\u{8}",
    "9, \\t",
    "10, \\n",
    "13, \\r",
    "27, \\u{1b}",
    "127, \\u{7f}",
    "155, \\u{9b}",
    "8203, \\u{200b}",
    "8232, \\u{2028}",
    "8238, \\u{202e}",
    "65279, \\u{feff}",
    "55357, \\u{d83d}",
    "65535, \\u{ffff}",
    "917505, \\u{e0001}"
  })
  void showsWhatWouldActOrHide(int point, String shown) {
    assertEquals("a" + shown + "b", Printable.of("a" + Character.toString(point) + "b"));
  }

  @Test
  void changesNothingTheSecondTime() {
    String once = Printable.of(Runs.HOSTILE);
    assertEquals(once, Printable.of(once));
  }
}

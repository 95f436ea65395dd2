package io.modulecontract.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.verdict.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepLinesTest {

  @Test
  void alignsNumbersAndNotes() {
    List<Step> steps =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> new Step("f(" + i + ")", i == 9 ? "" : "n" + i))
            .toList();
    List<String> lines = StepLines.of(steps);
    assertEquals(" 1  f(1)                    <- n1", lines.get(0));
    assertEquals(" 9  f(9)", lines.get(8));
    assertEquals("10  f(10)                   <- n10", lines.get(9));
  }

  @Test
  void makesRoomForLongCalls() {
    Step wide = new Step("x".repeat(40), "a");
    Step wider = new Step("x".repeat(80), "b");
    Step narrow = new Step("y", "c");
    assertEquals("2  y" + " ".repeat(41) + "<- c", StepLines.of(List.of(wide, narrow)).get(1));
    List<String> lines = StepLines.of(List.of(wider, narrow));
    assertEquals("1  " + "x".repeat(80) + "  <- b", lines.get(0));
    assertEquals("2  y" + " ".repeat(55) + "<- c", lines.get(1));
  }

  @Test
  void cutsOnlyWhatIsLong() {
    List<Step> steps = IntStream.range(0, 19).mapToObj(i -> Step.of("f(" + i + ")")).toList();
    List<String> whole = StepLines.of(steps.subList(0, 18));
    assertEquals(18, whole.size());
    assertEquals("13  f(12)", whole.get(12));
    List<String> cut = StepLines.of(steps);
    assertEquals(19, cut.size());
    assertEquals("12  f(11)", cut.get(11));
    assertEquals("    … 1 more, all in report.json", cut.get(12));
    assertEquals("14  f(13)", cut.get(13));
    assertEquals("19  f(18)", cut.get(18));
  }
}

package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.finding.UnreadableFinding;
import java.nio.charset.StandardCharsets;

/** The reader of findings: whatever bytes it is given, it answers with a value or one message. */
class FindingTextTarget {

  @FuzzTest
  void readsAnyText(byte[] bytes) {
    try {
      FindingReader.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (UnreadableFinding e) {
      assertFalse(String.valueOf(e.getMessage()).isEmpty());
    }
  }
}

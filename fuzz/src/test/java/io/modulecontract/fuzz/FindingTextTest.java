package io.modulecontract.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.finding.UnreadableFinding;
import java.nio.charset.StandardCharsets;

/** The reader of findings: whatever text it is given, it answers with a value or one message. */
class FindingTextTest {

  @FuzzTest(maxDuration = "5m")
  void readsAnyText(byte[] bytes) {
    try {
      FindingReader.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (UnreadableFinding e) {
      Messages.assertClear(e);
    }
  }
}
